import { listPlaces } from "@/lib/escalation/steps/list-places";
import type { CaseReading } from "@/lib/escalation/steps/types";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { StepChoice } from "./types";

/** `IN-1`, `OUT-3`: as people name a letter. */
export const letterCode = (direction: "in" | "out", number: number): string =>
  `${direction === "in" ? "IN" : "OUT"}-${number}`;

type SealedColumn = "party" | "our_reference" | "their_reference" | "summary" | "proof" | "withdrawn_reason";

/** Where the encrypted parts of a letter are stored. */
export const letterPlace = (row: string, column: SealedColumn) => ({ table: "letters", column, row });

/** A step as the form names it, with its report if it has several: `platform-reports|instagram`. */
export const stepValue = (stepKey: string, part: string): string => (part ? `${stepKey}|${part}` : stepKey);

/** The step and the report that a form named; nulls for none. */
export function readStepValue(value: string | null): { stepKey: string | null; part: string | undefined } {
  const [stepKey = "", part = ""] = (value ?? "").split("|");
  return { stepKey: stepKey || null, part: part || undefined };
}

/** The steps of the playbook in reading order, each report of a step separately. */
export function stepChoices(c: CaseReading): StepChoice[] {
  const order = c.playbook.levels.flatMap((level) => level.rows.flatMap((row) => [row.home, row.there]));
  return [...new Set(order)].flatMap((key) => {
    const step = key ? c.playbook.steps[key] : undefined;
    if (!step) return [];
    return listPlaces(c, step).map((place) => ({ value: stepValue(step.key, place.key), label: place.step.title }));
  });
}

/** @throws AppError invalid on the field, for a day that has not come */
export function refuseComing(field: string, day: CivilDate | null, today: CivilDate): void {
  if (!day || day <= today) return;
  const message = t("This day is in the future.");
  throw new AppError("invalid", message, { [field]: message });
}
