import type { EmergencyAccessState } from "./types";

/** How long a look lasts. Postgres refuses more. */
export const emergencyAccessHours = 4;

/** The state as a person reads it: a released look whose time is up is over. */
export function stateOf(
  row: { state: Exclude<EmergencyAccessState, "over">; endsAt: Date | null },
  now: Date,
): EmergencyAccessState {
  return row.state === "released" && row.endsAt !== null && row.endsAt <= now ? "over" : row.state;
}

/** As the number stands on a case, however it was typed: `cd 26 0142` is `CD-26-0142`. */
export const asCode = (typed: string): string =>
  typed
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, "-");

export const reasonPlace = (row: string) => ({ table: "emergency_looks", column: "reason", row });
