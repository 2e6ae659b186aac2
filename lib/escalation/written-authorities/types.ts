import type { PickList } from "@/lib/casework/incidents/types";
import type { Process } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

/** The client signs; a guardian only for a client under 18. */
export const givers = ["client", "guardian"] as const;
export type Giver = (typeof givers)[number];

export type AuthorityState = "in_force" | "not_yet" | "expired" | "revoked";

export type AuthorityView = {
  id: string;
  number: number;
  /** `AUTH-1` */
  code: string;
  process: string;
  processTitle: string;
  givenBy: Giver;
  signedOn: CivilDate;
  expiresOn: CivilDate | null;
  exhibitId: string | null;
  /** `E-04`; null: the client signed on her own page. */
  exhibit: string | null;
  recordedBy: string;
  recordedAt: Date;
  revokedAt: Date | null;
  revokedReason: string | null;
  state: AuthorityState;
};

/** Everything that a case's panel needs. */
export type AuthorityDesk = {
  authorities: AuthorityView[];
  processes: readonly Process[];
  exhibits: PickList;
  clientIsMinor: boolean;
};
