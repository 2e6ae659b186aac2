import type { Turn } from "./types";

export const turnLabels: Record<Turn | "closed", string> = {
  owner: "Waits for the caseworker",
  reviewer: "Answered, waits for a supervisor",
  closed: "Closed",
};
