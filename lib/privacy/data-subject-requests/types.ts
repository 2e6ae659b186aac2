import type { CivilDate } from "@/lib/platform/time/calendar";

export const rightKinds = ["access", "correction", "deletion", "restriction", "objection"] as const;
export type RightKind = (typeof rightKinds)[number];

/** `subject`: the person a case is about. */
export const askers = ["client", "subject", "other", "authority"] as const;
export type Asker = (typeof askers)[number];

export type RequestState = "received" | "identified" | "decided" | "refused" | "answered" | "withdrawn";

export const identityWays = ["in_person", "safe_contact", "document", "called_back"] as const;
export type IdentityWay = (typeof identityWays)[number];

/** What can be corrected in place, by the name of the client's field; `other` is only recorded. */
export const corrected = ["name", "identityNumber", "phone", "email", "address", "other"] as const;
export type Corrected = (typeof corrected)[number];

/** The text of a request. Encrypted as one text under its own key. */
export type RequestWords = {
  who: string | null;
  asked: string;
  identity?: string;
  reason?: string;
  way?: string;
  withdrawn?: string;
  /** Why the day or the person who handles it was changed, the oldest first. */
  changes?: { on: CivilDate; why: string }[];
};

export type RequestView = {
  id: string;
  number: number;
  kind: RightKind;
  fromWhom: Asker;
  caseId: string | null;
  caseCode: string | null;
  pseudonym: string | null;
  clientId: string | null;
  receivedOn: CivilDate;
  zone: string;
  dueOn: CivilDate | null;
  dueBy: "law" | "hand" | null;
  state: RequestState;
  handlerId: string;
  handler: string;
  identity: IdentityWay | null;
  identifiedOn: CivilDate | null;
  identifiedBy: string | null;
  confirms: boolean;
  decidedBy: string | null;
  decidedAt: Date | null;
  answeredOn: CivilDate | null;
  answeredBy: string | null;
  recordedBy: string;
  words: RequestWords;
};

export type CorrectionView = {
  id: string;
  what: Corrected;
  before: string | null;
  after: string;
  why: string;
  notedBy: string;
  notedAt: Date;
};

/** The text of a correction. Encrypted as one text. */
export type CorrectionWords = { before: string | null; after: string; why: string };
