import { isNoticeStep } from "@/lib/escalation/steps/takedowns/rules";
import type { TakedownState } from "@/lib/escalation/steps/types";
import { isPerPlatform, type Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook, PlaybookStep } from "@/lib/law/jurisdictions/types";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { sameAddress } from "@/lib/platform/text/same-address";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { Entry, EntryKind, ListFilter, Look, Route, Standing } from "./types";

/** `TD-3` */
export const takedownCode = (number: number): string => `TD-${number}`;

/** Where the sealed words of an item are stored. */
export const takedownPlace = (row: string, column: "url" | "what") => ({ table: "takedowns", column, row });

export const entryPlace = (row: string) => ({ table: "takedown_events", column: "note", row });

export const proofPlace = (row: string) => ({ table: "takedown_events", column: "proof", row });

/** The kinds of number that a platform gives for a report. */
export const numberKinds = ["platform_report", "take_it_down_notice"] as const;

export const kindOfNumber = (route: Route): (typeof numberKinds)[number] =>
  route === "take_it_down" ? "take_it_down_notice" : "platform_report";

/** The views of the list; every state is in one of them. */
export const takedownFilters: readonly { key: ListFilter; states: readonly TakedownState[] }[] = [
  { key: "to_report", states: ["to_report"] },
  { key: "waiting", states: ["reported", "more_asked", "appealed"] },
  { key: "refused", states: ["refused"] },
  { key: "ended", states: ["removed", "closed"] },
];

const nothingYet: Standing = {
  state: "to_report",
  reportedOn: null,
  reportedAt: null,
  route: null,
  noticeOn: null,
  noticeAt: null,
  lastOn: null,
  refusedOn: null,
  appealBy: null,
  appealedOn: null,
  endedOn: null,
  seen: null,
  unclear: null,
  referenceIds: [],
};

/** What the entries of an item come to, in the order in which they happened. Of one day, the order of recording counts. */
export function standingOf(entries: readonly Entry[]): Standing {
  return entries.toSorted((a, b) => a.happenedOn.localeCompare(b.happenedOn)).reduce(after, nothingYet);
}

function after(before: Standing, entry: Entry): Standing {
  const { event, happenedOn: on } = entry;
  const referenceIds = entry.referenceId ? [...before.referenceIds, entry.referenceId] : before.referenceIds;
  // A report ID says nothing new about the item.
  if (event === "numbered") return { ...before, referenceIds };
  // Neither does a look that found nothing certain.
  if (event === "seen_sign_in") return { ...before, unclear: { why: "sign_in", on } };
  if (event === "seen_unclear") return { ...before, unclear: { why: "unclear", on } };
  const now = { ...before, referenceIds, lastOn: on };
  if (event === "reported") return reported(now, entry);
  if (event === "seen_gone") {
    return {
      ...now,
      state: "removed",
      endedOn: before.state === "removed" ? before.endedOn : on,
      seen: { up: false, on },
      unclear: null,
    };
  }
  if (event === "seen_up") return stillUp(now, on);
  if (event === "refused") return { ...now, state: "refused", refusedOn: on, appealBy: entry.appealBy, endedOn: null };
  if (event === "appealed") return { ...now, state: "appealed", appealedOn: on, endedOn: null };
  if (event === "more_asked") return { ...now, state: "more_asked", endedOn: null };
  return { ...now, state: event, endedOn: on };
}

function reported(now: Standing, { happenedOn, happenedAt, route }: Entry): Standing {
  const sent = {
    ...now,
    state: "reported" as const,
    reportedOn: happenedOn,
    reportedAt: happenedAt,
    route,
    endedOn: null,
  };
  return route === "take_it_down" ? { ...sent, noticeOn: happenedOn, noticeAt: happenedAt } : sent;
}

const looks: readonly string[] = ["seen_up", "seen_gone", "seen_sign_in", "seen_unclear"] satisfies Look[];

export const isLook = (event: EntryKind): event is Look => looks.includes(event);

/** What was gone and is there again is to be reported again. */
function stillUp(now: Standing, on: CivilDate): Standing {
  const isBack = now.state === "removed";
  const found = { ...now, seen: { up: true, on }, unclear: null };
  return isBack ? { ...found, state: "to_report", endedOn: null } : found;
}

/** Whether an answer can follow: a platform answers a report, and an appeal follows a refusal or a closed report. */
export function refuseUnfitting(standing: Standing, event: EntryKind): void {
  const refuse = (message: string): never => {
    throw new AppError("conflict", message);
  };
  if (
    event === "appealed" &&
    standing.state !== "refused" &&
    standing.state !== "closed" &&
    standing.state !== "appealed"
  ) {
    refuse(t("An appeal follows a refusal or a closed report. Record that first."));
  }
  if (["refused", "more_asked", "closed", "numbered"].includes(event) && standing.reportedOn === null) {
    refuse(t("Nothing was reported about this item yet. Record the report first."));
  }
}

/** @throws AppError invalid at `on` for a day to come, or long ago */
export function refuseOddDay(on: CivilDate, today: CivilDate): void {
  const message =
    on > today
      ? t("This day is in the future.")
      : on < "2005"
        ? t("This date is too far in the past. Check the year.")
        : null;
  if (message) throw new AppError("invalid", message, { on: message });
}

/** The platform whose name is in the host of an address, as in `www.instagram.com`; null if none is. */
export function platformOfAddress(address: string, law: Law): string | null {
  const host = sameAddress(address).split(/[/?]/)[0]?.toLowerCase() ?? "";
  const parts = host.split(".").slice(0, -1);
  return law.platforms.find(({ key }) => parts.includes(key))?.key ?? null;
}

type StepPlace = { playbook: Playbook; law: Law };

/** The step of the reports to platforms; null for a playbook without one. */
export const reportStep = ({ playbook, law }: StepPlace): PlaybookStep | null =>
  Object.values(playbook.steps).find((step) => isPerPlatform(step, law)) ?? null;

/** The step of the TAKE IT DOWN notice; null for a playbook without one. */
export const noticeStep = ({ playbook, law }: StepPlace): PlaybookStep | null =>
  Object.values(playbook.steps).find((step) => isNoticeStep(step, law)) ?? null;

export const stepOfRoute = (place: StepPlace, route: Route): PlaybookStep | null =>
  route === "take_it_down" ? noticeStep(place) : reportStep(place);
