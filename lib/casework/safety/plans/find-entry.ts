import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import type { PlanEntry } from "./types";

/** @throws AppError not_found for an entry that the newest version does not have */
export function findEntry(entries: readonly PlanEntry[], id: string): PlanEntry {
  const entry = entries.find((candidate) => candidate.id === id);
  if (!entry) throw new AppError("not_found", t("This entry is not in the plan any more."));
  return entry;
}
