import type { CivilDate } from "@/lib/platform/time/calendar";

import type { IdentifierKind } from "./identifiers/types";

export type AccountView = {
  id: string;
  number: number;
  /** `A1` */
  code: string;
  platform: string;
  platformName: string;
  /** What the platform's permanent ID looks like. */
  stableIdentifier: string;
  platformId: string | null;
  needsId: boolean;
  handle: string;
  /** Every handle seen, newest first, including the current one. */
  handles: { handle: string; seenOn: CivilDate }[];
  url: string | null;
  displayName: string | null;
  confidence: "confirmed" | "probable" | "possible";
  linkReason: string | null;
  firstSeenOn: CivilDate | null;
  lastSeenOn: CivilDate | null;
  /** `I-1`, `C-2` */
  incidents: string[];
  /** Exhibits captured from the account: `E-01` */
  exhibits: string[];
  /** Exhibits that show whose it is. */
  shownBy: { id: string; code: string }[];
  /** Marked confirmed, but without an exhibit or a reason. */
  needsProof: boolean;
};

export type SubjectView = {
  id: string;
  number: number;
  allegedName: string | null;
  allegedPlace: string | null;
  zone: string | null;
  zoneReason: string | null;
  accounts: AccountView[];
};

/** A subject on a page of the board: some of its accounts, and how many there are. */
export type BoardSubject = SubjectView & { accountCount: number };

/** How sure a link is, and which exhibits show it: `E-03`. */
type Linked = { confidence: AccountView["confidence"]; exhibits: readonly string[] };

/** A subject with what is linked to it, by code. */
export type LinkedSubject = {
  number: number;
  accounts: readonly ({ name: string } & Linked)[];
  identifiers: readonly ({ kind: IdentifierKind } & Linked)[];
};
