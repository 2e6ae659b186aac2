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
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { OpenItem } from "./types";

/** The rules that a person may start a clock by, because no record of ours is their trigger. */
export function rulesByHand(law: Law): ClockRule[] {
  return law.clocks.filter((rule) => rule.byHand && rule.enabled).toSorted((a, b) => a.title.localeCompare(b.title));
}

function refuse(field: string, message: string): never {
  throw new AppError("invalid", message, { [field]: message });
}

/** The date of something that happened. @throws AppError invalid on the field, if it is impossible */
export function requirePast(field: string, on: CivilDate, today: CivilDate): void {
  if (on > today) refuse(field, "This day has not come yet.");
  const warning = startWarning(on, today);
  if (warning) refuse(field, "This day lies too far back. Check the year.");
}

/** @throws AppError invalid on `until` or `grantedBy` */
export function requireExtension(
  clock: Pick<CaseClock, "kind" | "dueOn">,
  asked: { until: CivilDate; grantedBy: string | null },
  today: CivilDate,
): void {
  if (asked.until <= today) refuse("until", "The new day must be later than today.");
  if (clock.kind === "L" && !asked.grantedBy) {
    refuse("grantedBy", "Say who granted it. The law's own day does not move by itself.");
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
  if (!rule?.byHand) refuse("code", "Choose a rule from the list.");
  if (!rule.enabled) refuse("code", "This rule is not in force.");
  if (!asked.startedOn) refuse("startedOn", `Say on which day it began: ${rule.trigger}.`);
  if (!rule.limit && !asked.dueOn) refuse("dueOn", `Type the day: ${limitWords(rule)}.`);
  if (asked.dueOn && asked.dueOn < startedOn) refuse("dueOn", "The last day cannot be before the first.");
  return { title: rule.title, startedOn, dueOn: asked.dueOn };
}

function ownDate({ title, dueOn }: NewClock, startedOn: CivilDate, today: CivilDate) {
  if (!title) return refuse("title", "Say in a few words what is due. Do not include names.");
  if (!dueOn) return refuse("dueOn", "Type the day.");
  if (dueOn < today) return refuse("dueOn", "This day is past.");
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
      item("refusal", `Refusal ${refusal.number}, not put right`, "/refusals"),
    ),
    ...facts.references
      .filter((reference) => reference.state === "not_yet_issued")
      .map((reference) => item("reference", `${short(reference.kind)}, not yet issued`, "/references")),
    ...facts.packets
      .filter((packet) => packet.status !== "acknowledged" && packet.status !== "drafted")
      .map((packet) =>
        item("packet", `Version ${packet.version}: ${packetOpen[packet.status] ?? packet.status}`, "/packets"),
      ),
    ...(facts.releases ?? [])
      .filter((release) => release.expiresOn >= c.moment.today)
      .map((release) =>
        item("release", `REL-${release.number}, in force until ${formatDate(release.expiresOn)}`, "/releases"),
      ),
    ...(facts.preservations ?? [])
      .filter((preservation) => !preservation.refusedOn)
      .map((preservation) =>
        item("preservation", `Account ${preservation.accountNumber}: ${keptWords(preservation, c)}`, "/deadlines#kept"),
      ),
    ...facts.documents
      .filter((paper) => paper.state === "draft")
      .map((paper) => item("document", `${paperWords(paper.kind, c)}, a draft`, "/documents")),
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

const packetOpen: Partial<Record<string, string>> = {
  ready: "waits for approval",
  approved: "approved, not handed over",
  handed_over: "handed over, not opened",
  opened: "opened, not acknowledged",
};

function keptWords(keep: PreservationFact, c: CaseReading): string {
  const until = keptUntil(keep, c.law);
  return until ? `kept until ${formatDate(until)}` : "asked for, not answered";
}
