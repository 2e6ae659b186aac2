import type { ConsentGround, ConsentPurpose, ConsentWay, Strokes } from "@/lib/casework/cases/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

export type ConsentView = {
  id: string;
  ground: ConsentGround;
  way: ConsentWay | null;
  words: string | null;
  purposes: ConsentPurpose[];
  otherPurpose: string | null;
  givenOn: CivilDate;
  signature: Strokes | null;
  signedName: string | null;
  guardianName: string | null;
  guardianRelation: string | null;
  /** Null where no guardian is named. */
  guardianAgreed: boolean | null;
  noGuardian: string | null;
  /** The paper, `E-04`; null while none is on file. */
  exhibit: { id: string; code: string } | null;
  recordedBy: string;
  recordedAt: Date;
  withdrawn: { on: CivilDate; reason: string; by: string; at: Date } | null;
};

/** All that was recorded, newest first; the newest that is not withdrawn stands. */
export type ConsentPage = {
  consents: ConsentView[];
  standing: ConsentView | null;
  clientIsMinor: boolean;
  closed: boolean;
};

/** For the client page: what stands on one of their cases. */
export type ConsentOfCase = {
  caseId: string;
  code: string;
  ground: ConsentGround | null;
  givenOn: CivilDate | null;
  /** Consent was withdrawn, and nothing stands. */
  withdrawnOn: CivilDate | null;
};
