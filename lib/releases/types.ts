import type { CivilDate } from "@/lib/platform/calendar";

export type ReleaseState = "in_force" | "ends_soon" | "expired" | "revoked";

export type ReleaseView = {
  id: string;
  number: number;
  /** `REL-1` */
  code: string;
  recipient: string;
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
