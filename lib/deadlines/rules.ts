import { startWarning } from "@/lib/clocks/labels";
import type { CaseClock } from "@/lib/clocks/types";
import { findClock, type Law } from "@/lib/jurisdictions/rules";
import type { ClockRule } from "@/lib/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/calendar";
import { AppError } from "@/lib/platform/errors";
import type { Forecast } from "@/lib/preservations/types";

/** The rules that a person may start a clock by, because no record of ours is their trigger. */
export function rulesByHand(law: Law): ClockRule[] {
  return law.clocks.filter((rule) => rule.byHand && rule.enabled).toSorted((a, b) => a.title.localeCompare(b.title));
}

function refuse(field: string, said: string): never {
  throw new AppError("invalid", said, { [field]: said });
}

/** A day on which something happened. @throws AppError invalid on the field, when it cannot be right */
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

/** What a new clock will be called, when it starts and when it ends. @throws AppError invalid on a field */
export function newClock(asked: NewClock, today: CivilDate, law: Law) {
  const startedOn = asked.startedOn ?? today;
  requirePast("startedOn", startedOn, today);
  if (asked.code === null) return ownDate(asked, startedOn, today);
  const rule = findClock(asked.code, law);
  if (!rule?.byHand) refuse("code", "Choose a rule from the list.");
  if (!rule.enabled) refuse("code", "This rule is not in force.");
  if (!asked.startedOn) refuse("startedOn", `Say on which day it began: ${rule.trigger}.`);
  if (!rule.limit && !asked.dueOn) refuse("dueOn", `Type the day: ${rule.limitText}.`);
  if (asked.dueOn && asked.dueOn < startedOn) refuse("dueOn", "The last day cannot be before the first.");
  return { title: rule.title, startedOn, dueOn: asked.dueOn };
}

function ownDate({ title, dueOn }: NewClock, startedOn: CivilDate, today: CivilDate) {
  if (!title) return refuse("title", "Say in a few words what is due. Name nobody.");
  if (!dueOn) return refuse("dueOn", "Type the day.");
  if (dueOn < today) return refuse("dueOn", "This day is past.");
  return { title, startedOn, dueOn };
}

/** A new request may be recorded when nothing is kept, or no longer. */
export function maySupersede(state: Forecast["state"]): boolean {
  return state === "nothing" || state === "refused" || state === "lapsed";
}
