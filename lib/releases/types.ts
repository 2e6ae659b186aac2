import type { CivilDate } from "@/lib/platform/calendar";

export type ReleaseState = "in_force" | "ends_soon" | "expired" | "revoked";

/** What a release lets somebody have: exhibits by number, and who and where the client is. */
export type Coverage = { allExhibits: boolean; exhibits: number[]; identity: boolean };

/** A release as somebody at the door looks at it; the same shape as in a packet's snapshot. */
export type DoorRelease = {
  code: string;
  roles: readonly string[];
  exhibits: readonly string[];
  identity: boolean;
  signedOn: CivilDate;
  expiresOn: CivilDate | null;
  revokedOn: CivilDate | null;
};

/** What no release lets out. `standing` counts today; `ended` would have covered something and no longer does. */
export type AtTheDoor = {
  standing: string[];
  exhibits: string[];
  identity: boolean;
  ended: { code: string; why: "expired" | "revoked" | "not_yet"; on: CivilDate }[];
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
};
