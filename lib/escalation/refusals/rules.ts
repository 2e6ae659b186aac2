import { type Moment, type RunningClock, runClock } from "@/lib/law/clocks/rules";
import { houseLaw, type Law, templatesFor } from "@/lib/law/jurisdictions/rules";
import type { Playbook, PlaybookStep, Rung } from "@/lib/law/jurisdictions/types";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import type { BranchLine, RefusalView } from "./types";

/** `Refusal 2`, as documents and the history call it. */
export const refusalCode = (number: number): string => t("Refusal {number}", { number });

/** Steps whose rungs carry a complaint. */
export function branchesOf(playbook: Playbook): PlaybookStep[] {
  return Object.values(playbook.steps).filter((step) => step.rungs?.length);
}

/**
 * The branch for a refusal at a step: the step itself if it has levels, otherwise a branch for an agency of that step.
 * Null if the data has no level above that agency: then there is only the step's own advice.
 */
export function branchOf(playbook: Playbook, stepKey: string): PlaybookStep | null {
  const own = Object.hasOwn(playbook.steps, stepKey) ? playbook.steps[stepKey] : undefined;
  if (!own || own.rungs?.length) return own ?? null;
  return branchesOf(playbook).find((step) => step.agencies.some((key) => own.agencies.includes(key))) ?? null;
}

/** Steps at which somebody in office may refuse. */
export function refusableSteps(playbook: Playbook): PlaybookStep[] {
  return Object.values(playbook.steps).filter((step) => step.refusable || step.rungs?.length);
}

/** The rungs above one, lowest first; all of them for a key that is not known. */
export function rungsAbove(rungs: readonly Rung[], rungKey: string): Rung[] {
  return rungs.slice(rungs.findIndex((rung) => rung.key === rungKey) + 1);
}

/** The moves of one refusal, from the history of the branch. */
export function trailOf(lines: readonly BranchLine[], { number }: { number: number }): RefusalView["trail"] {
  const lead = `${refusalCode(number)} `;
  return lines.flatMap(({ id, on, note }) =>
    note?.startsWith(lead) ? [{ id, on, text: note.slice(lead.length) }] : [],
  );
}

/** Why a refusal left a level, and on which day, by the level's key; the words are those of whoever moved it on. */
export function movesOf(
  trail: readonly { on: CivilDate; text: string }[],
  rungs: readonly Pick<Rung, "key" | "to">[],
): Map<string, { on: CivilDate; why: string }> {
  const left = new Map<string, { on: CivilDate; why: string }>();
  let at = rungs[0]?.key;
  for (const { on, text } of trail) {
    const first = rungs.find((rung) => text.endsWith(`First: ${rung.to}.`));
    const lead = (rung: Pick<Rung, "to">) => `goes to: ${rung.to}. `;
    const next = rungs.find((rung) => text.startsWith(lead(rung)));
    if (next && at) left.set(at, { on, why: text.slice(lead(next).length) });
    at = (next ?? first)?.key ?? at;
  }
  return left;
}

type Standing = { refusedAt: Date; zone: string; rungSince: CivilDate | null };

/** The date from which the deadline of the current level counts. */
export function sinceOf(refusal: Standing): CivilDate {
  return refusal.rungSince ?? civilDate(refusal.refusedAt, refusal.zone);
}

/**
 * The deadline of the level that a refusal is at.
 * @returns null if no time is set, or the rule is not in force
 */
export function rungDue(
  refusal: Standing,
  rung: Pick<Rung, "clockCode">,
  moment: Moment,
  law: Law = houseLaw,
): RunningClock | null {
  return rung.clockCode ? runClock(rung.clockCode, { on: sinceOf(refusal) }, moment, { law }) : null;
}

/** The paper for a rung: the one that the law data made for exactly that rung. */
export function rungTemplate(playbook: Playbook, rungKey: string, law: Law = houseLaw) {
  return templatesFor(playbook, law).find((template) => template.rung === rungKey) ?? null;
}

/**
 * The step and the level of a new refusal; no level if the data has none. @throws AppError invalid on `stepKey` or
 * `rungKey`
 */
export function placeOf(playbook: Playbook, stepKey: string, rungKey: string | null) {
  const step = refusableSteps(playbook).find((candidate) => candidate.key === stepKey);
  if (!step) return refuse("stepKey", t("Choose a step at which somebody may refuse."));
  const branch = branchOf(playbook, stepKey);
  const rungs = branch?.rungs ?? [];
  const rung = rungKey ? rungs.find((candidate) => candidate.key === rungKey) : (rungs[0] ?? null);
  if (rung === undefined) return refuse("rungKey", t("Choose a level from the list."));
  return { step, branch, rung };
}

/** A date within the refusal's lifetime: not before it, not in the future. @throws AppError invalid on the field */
export function checkDay(day: CivilDate, from: CivilDate, today: CivilDate, field: string): void {
  if (day > today) refuse(field, t("This day is in the future."));
  if (day < from) refuse(field, t("This day is before the level that the refusal has reached."));
}

/** What a complaint needs and was not recorded, in words. */
export function missingOf(refusal: {
  officer: string | null;
  forceNumber: string | null;
  words: string | null;
  proof: string | null;
}): string[] {
  return [
    ...(refusal.officer ? [] : ["the officer’s name"]),
    ...(refusal.forceNumber ? [] : [t("the force number")]),
    ...(refusal.words ? [] : [t("the words used")]),
    ...(refusal.proof ? [] : ["any proof"]),
  ];
}

export function refuse(field: string, message: string): never {
  throw new AppError("invalid", message, { [field]: message });
}
