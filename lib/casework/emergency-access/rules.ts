import type { EmergencyAccessState } from "./types";

/** How long emergency access lasts. Postgres enforces the maximum. */
export const emergencyAccessHours = 4;

/** The displayed state: approved access whose time is up is over. */
export function stateOf(
  row: { state: Exclude<EmergencyAccessState, "over">; endsAt: Date | null },
  now: Date,
): EmergencyAccessState {
  return row.state === "released" && row.endsAt !== null && row.endsAt <= now ? "over" : row.state;
}

/** The case number in its stored form, however it was typed: `cd 26 0142` is `CD-26-0142`. */
export const asCode = (typed: string): string =>
  typed
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, "-");

export const reasonPlace = (row: string) => ({ table: "emergency_looks", column: "reason", row });
