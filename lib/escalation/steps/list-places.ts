import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { splitStep } from "./split-step";
import type { CaseReading, StepPart } from "./types";

/** Each report of a step separately, with the case as read for it; the step itself if it has none. */
export function listPlaces(c: CaseReading, step: PlaybookStep): readonly Pick<StepPart, "key" | "reading" | "step">[] {
  const parts = splitStep(c, step);
  return parts.length > 0 ? parts : [{ key: "", reading: c, step }];
}
