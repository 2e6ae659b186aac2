import type { LookState } from "./types";

export const lookLabels: Record<LookState, string> = {
  waiting: "Waits for a supervisor",
  released: "Open",
  refused: "Not released",
  ended: "Ended early",
  over: "Over",
};
