import { type PlanEntry, type PlanSection, planSections } from "./types";

/** Where the encrypted entries of one version are stored. */
export const entriesPlace = (row: string) => ({ table: "safety_plans", column: "entries", row });

/** The sections in order, each with its entries. */
export function bySection(entries: readonly PlanEntry[]): { section: PlanSection; entries: PlanEntry[] }[] {
  return planSections.map((section) => ({
    section,
    entries: entries.filter((entry) => entry.section === section),
  }));
}
