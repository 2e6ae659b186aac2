import type { EmergencyAccessState } from "./types";

export const emergencyAccessLabels: Record<EmergencyAccessState, string> = {
  waiting: "Waits for a supervisor",
  released: "Open",
  refused: "Not released",
  ended: "Ended early",
  over: "Over",
};
