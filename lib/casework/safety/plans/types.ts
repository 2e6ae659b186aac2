/** In the order of the page and of the client's sheet. */
export const planSections = ["people", "places", "devices", "accounts", "words", "worse"] as const;
export type PlanSection = (typeof planSections)[number];

export type PlanEntry = { id: string; section: PlanSection; what: string; detail: string | null };

/** One version of the plan. None is ever changed: a change makes the next one. */
export type PlanVersion = {
  version: number;
  change: "added" | "changed" | "removed";
  section: PlanSection;
  entries: PlanEntry[];
  savedBy: string;
  savedAt: Date;
};
