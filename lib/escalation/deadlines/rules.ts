import { referralPath } from "@/lib/casework/referrals/labels";
import { keptUntil } from "@/lib/escalation/preservation/rules";
import type { Forecast, PreservationFact } from "@/lib/escalation/preservation/types";
import { listPlaces } from "@/lib/escalation/steps/list-places";
import { type CaseReading, factOf, standing } from "@/lib/escalation/steps/rules";
import { limitWords, startWarning } from "@/lib/law/clocks/labels";
import { dueOf } from "@/lib/law/clocks/rules";
import type { CaseClock } from "@/lib/law/clocks/types";
import { clockKindMeanings } from "@/lib/law/jurisdictions/labels";
import { findClock, findReferenceKind, type Law, templatesFor } from "@/lib/law/jurisdictions/rules";
import type { ClockRule, PlaybookStep } from "@/lib/law/jurisdictions/types";
import { AppError } from "@/lib/platform/errors";
import { compareText } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { OpenItem } from "./types";

/** The rules that a person may start a clock by, because no record of ours is their trigger. */
export function rulesByHand(law: Law): ClockRule[] {
  return law.clocks.filter((rule) => rule.byHand && rule.enabled).toSorted((a, b) => compareText(a.title, b.title));
}

function refuse(field: string, message: string): never {
  throw new AppError("invalid", message, { [field]: message });
}

/** The date of something that happened. @throws AppError invalid on the field, if it is impossible */
export function requirePast(field: string, on: CivilDate, today: CivilDate): void {
  if (on > today) refuse(field, t("This day is in the future."));
  const warning = startWarning(on, today);
  if (warning) refuse(field, t("This date is too far in the past. Check the year."));
}

/** @throws AppError invalid on `until` or `grantedBy` */
export function requireExtension(
  clock: Pick<CaseClock, "kind" | "dueOn">,
  asked: { until: CivilDate; grantedBy: string | null },
  today: CivilDate,
): void {
  if (asked.until <= today) refuse("until", t("The new day must be later than today."));
  if (clock.kind === "L" && !asked.grantedBy) {
    refuse("grantedBy", t("Say who granted it. The law's own day does not move by itself."));
  }
}

export type NewClock = {
  code: string | null;
  title: string | null;
  startedOn: CivilDate | null;
  at: string | null;
  dueOn: CivilDate | null;
};

/** The name, start and end of a new clock. @throws AppError invalid on a field */
export function newClock(asked: NewClock, today: CivilDate, law: Law) {
  const startedOn = asked.startedOn ?? today;
  requirePast("startedOn", startedOn, today);
  if (asked.code === null) return ownDate(asked, startedOn, today);
  const rule = findClock(asked.code, law);
  if (!rule?.byHand) refuse("code", t("Choose a rule from the list."));
  if (!rule.enabled) refuse("code", t("This rule is not in force."));
  if (!asked.startedOn) refuse("startedOn", t("Say on which day it began: {trigger}.", { trigger: rule.trigger }));
  if (!rule.limit && !asked.dueOn) refuse("dueOn", t("Type the day: {rule}.", { rule: limitWords(rule) }));
  if (asked.dueOn && asked.dueOn < startedOn) refuse("dueOn", t("The last day cannot be before the first."));
  return { title: rule.title, startedOn, dueOn: asked.dueOn };
}

function ownDate({ title, dueOn }: NewClock, startedOn: CivilDate, today: CivilDate) {
  if (!title) return refuse("title", t("Say in a few words what is due. Do not include names."));
  if (!dueOn) return refuse("dueOn", t("Type the day."));
  if (dueOn < today) return refuse("dueOn", t("This day is past."));
  return { title, startedOn, dueOn };
}

/** The later date that the rule itself permits, such as five more court days; null if it permits none. */
export function dayAllowed(clock: CaseClock, c: CaseReading): CivilDate | null {
  const rule = findClock(clock.code ?? "", c.law);
  if (!rule?.renewal || rule.sense !== "deadline" || clock.warning) return null;
  const more = { ...rule, limit: { amount: rule.renewal.amount, unit: rule.renewal.unit } };
  return dueOf(more, { on: clock.dueOn }, c.moment, c.law)?.dueOn ?? null;
}

/** A new request may be recorded if nothing is preserved, or no longer. */
export function maySupersede(state: Forecast["state"]): boolean {
  return state === "nothing" || state === "refused" || state === "lapsed";
}

/** What remains open when a case is closed, most urgent first: statutory deadlines, then the rest. */
export function stillOpen(c: CaseReading, clocks: readonly CaseClock[]): OpenItem[] {
  const { facts } = c;
  const law = clocks.toSorted((a, b) => Number(b.kind === "L") - Number(a.kind === "L"));
  const steps = Object.values(c.playbook.steps)
    .flatMap((step) => listPlaces(c, step))
    .flatMap(({ reading, step }) => (isUnderWay(reading, step) ? [step] : []));
  const item = (kind: OpenItem["kind"], text: string, path: string): OpenItem => ({ kind, text, path });
  const short = (kind: string) => findReferenceKind(kind, c.law)?.label ?? kind;
  return [
    ...law.map((caseClock) =>
      item(
        "clock",
        `${caseClock.stepTitle ?? caseClock.title} (${clockKindMeanings[caseClock.kind]}): ${caseClock.words}`,
        "/deadlines",
      ),
    ),
    ...steps.map((step) => item("step", step.title, `/ladder/${step.key}`)),
    ...(facts.refusals ?? []).map((refusal) =>
      item("refusal", t("Refusal {number}, not put right", { number: refusal.number }), "/refusals"),
    ),
    ...facts.references
      .filter((reference) => reference.state === "not_yet_issued")
      .map((reference) =>
        item("reference", t("{kind}, not yet issued", { kind: short(reference.kind) }), "/references"),
      ),
    ...facts.packets
      .filter((packet) => packet.status !== "acknowledged" && packet.status !== "drafted")
      .map((packet) =>
        item(
          "packet",
          t("Version {version}: {value}", {
            version: packet.version,
            value: packetOpen[packet.status] ?? packet.status,
          }),
          "/packets",
        ),
      ),
    ...(facts.releases ?? [])
      .filter((release) => release.expiresOn >= c.moment.today)
      .map((release) =>
        item(
          "release",
          t("REL-{number}, in force until {expiresOn}", {
            number: release.number,
            expiresOn: formatDate(release.expiresOn),
          }),
          "/releases",
        ),
      ),
    ...(facts.referrals ?? []).map(({ id, number, service, state }) =>
      item(
        "referral",
        t("{number}. {service}: {state}", { number, service, state: referralOpen[state] }),
        referralPath(id),
      ),
    ),
    ...(facts.preservations ?? [])
      .filter((preservation) => !preservation.refusedOn)
      .map((preservation) =>
        item(
          "preservation",
          t("Account {accountNumber}: {preservation}", {
            accountNumber: preservation.accountNumber,
            preservation: keptWords(preservation, c),
          }),
          "/deadlines#kept",
        ),
      ),
    ...facts.documents
      .filter((paper) => paper.state === "draft")
      .map((paper) => item("document", t("{kind}, a draft", { kind: paperWords(paper.kind, c) }), "/documents")),
  ];
}

function isUnderWay(c: CaseReading, step: PlaybookStep): boolean {
  const status = factOf(c, step.key) ? standing(c, step) : "not_yet";
  return status === "begun" || status === "waiting";
}

/** A document by its title, if its kind has only one template. */
function paperWords(kind: string, c: CaseReading): string {
  const [only, ...more] = templatesFor(c.playbook, c.law).filter((template) => template.kind === kind);
  if (only && more.length === 0 && !only.title.includes("{")) return only.title;
  const words = kind.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const referralOpen = { open: t("not answered"), accepted: t("accepted, no outcome recorded") } as const;

const packetOpen: Partial<Record<string, string>> = {
  ready: t("waits for approval"),
  approved: t("approved, not handed over"),
  handed_over: t("handed over, not opened"),
  opened: t("opened, not acknowledged"),
};

function keptWords(keep: PreservationFact, c: CaseReading): string {
  const until = keptUntil(keep, c.law);
  return until ? t("kept until {until}", { until: formatDate(until) }) : t("asked for, not answered");
}
