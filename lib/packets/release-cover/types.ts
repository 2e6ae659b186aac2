import type { CivilDate } from "@/lib/platform/time/calendar";

/**
 * Whether the client permits an officer to have a version now, as Postgres decides: `unnamed` if no release names them,
 * `taken_off`, `revoked` or `expired` if the last one that did is over for them, `narrow` if those in force do not
 * cover all of it.
 */
export type Cover = "covered" | "unnamed" | "revoked" | "taken_off" | "expired" | "narrow";

/**
 * A release as checked before handover. `officers`: those it names, by the ids of their entries; `takenOff`: those of
 * them who were removed, and since which day.
 */
export type CoveringRelease = {
  code: string;
  officers: readonly string[];
  takenOff: readonly { id: string; on: CivilDate }[];
  exhibits: readonly string[];
  identity: boolean;
  signedOn: CivilDate;
  expiresOn: CivilDate | null;
  revokedOn: CivilDate | null;
};

/** Why a release does not count for an officer on a day. */
export type Ended = { code: string; why: "expired" | "revoked" | "taken_off" | "not_yet"; on: CivilDate };

/**
 * What no release lets out. `named`: some release names the officer; `standing` counts today; `ended` would have covered
 * something and no longer does.
 */
export type Uncovered = {
  named: boolean;
  standing: string[];
  exhibits: string[];
  identity: boolean;
  ended: Ended[];
};
