import type { CivilDate } from "@/lib/platform/time/calendar";

export type ReleaseState = "in_force" | "ends_soon" | "expired" | "revoked";

/** What a release permits: exhibits by number, and the client's identity and address. */
export type Coverage = { allExhibits: boolean; exhibits: number[]; identity: boolean };

/** Something of a case that an officer was given, or is offered by a link that is still valid. */
export type HeldView = { code: string; version: number; how: "portal" | "paper" | "link"; withAnnex: boolean };

/** An officer whom a release names, and who confirmed that it means them. */
export type RecipientView = {
  id: string;
  who: string;
  confirmedBy: string;
  confirmedAt: Date;
  /** From when on it does not cover them any more. */
  takenOff: { at: Date; by: string; reason: string } | null;
  /** What they have been given of the case, under any release. */
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
  /** The scan of the signed release, `E-04`; null while none is on file. */
  exhibitId: string | null;
  exhibit: string | null;
  grantedBy: string;
  grantedAt: Date;
  revokedAt: Date | null;
  revokedReason: string | null;
  state: ReleaseState;
  /** The officers covered: nobody while this is empty. */
  officers: RecipientView[];
  /** Officers whom it named and no longer covers. */
  takenOff: RecipientView[];
};
