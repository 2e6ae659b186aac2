import type { CivilDate } from "@/lib/platform/calendar";

export type ReleaseState = "in_force" | "ends_soon" | "expired" | "revoked";

/** What a release lets somebody have: exhibits by number, and who and where the client is. */
export type Coverage = { allExhibits: boolean; exhibits: number[]; identity: boolean };

/** Something that an officer was given of a case, or is offered by a link that is not over. */
export type HeldView = { code: string; version: number; how: "portal" | "paper" | "link"; withAnnex: boolean };

/** An officer whom a release names, and who confirmed that it means them. */
export type RecipientView = {
  id: string;
  who: string;
  confirmedBy: string;
  confirmedAt: Date;
  /** From when on it does not cover them any more. */
  takenOff: { at: Date; by: string; reason: string } | null;
  /** What of the case they have been given, under whichever release. */
  holds: HeldView[];
};

export type ReleaseView = {
  id: string;
  number: number;
  /** `REL-1` */
  code: string;
  recipient: string;
  recipientRole: string | null;
  covers: Coverage | null;
  purpose: string;
  items: string;
  crossBorderBasis: string | null;
  signedOn: CivilDate;
  expiresOn: CivilDate;
  grantedBy: string;
  grantedAt: Date;
  revokedAt: Date | null;
  revokedReason: string | null;
  state: ReleaseState;
  /** Whom it covers: nobody while this is empty. */
  officers: RecipientView[];
  /** Whom it named and covers no more. */
  takenOff: RecipientView[];
};

/**
 * Whether the client lets an officer have a version now, as Postgres says it: `unnamed` when no release names them,
 * `taken_off`, `revoked` or `expired` when the last one that did is over for them, `narrow` when what stands does not
 * cover all of it.
 */
export type Cover = "covered" | "unnamed" | "revoked" | "taken_off" | "expired" | "narrow";

/**
 * A release as somebody at the door looks at it. `officers`: whom it names, by the ids of their entries; `takenOff`: those
 * of them who were taken off it, and since which day.
 */
export type DoorRelease = {
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
export type AtTheDoor = {
  named: boolean;
  standing: string[];
  exhibits: string[];
  identity: boolean;
  ended: Ended[];
};
