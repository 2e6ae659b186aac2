import type { AuditEntry } from "@/lib/kernel/access/audit-entry";

/** Written by the database itself on sign-in and sign-out. */
type SignInAction =
  | "offline.prepared"
  | "session.started"
  | "session.refused"
  | "session.ended"
  | "session.ended_elsewhere"
  | "session.moved"
  | "session.covered"
  | "device.forgotten"
  | "password.changed"
  | "session.confirmed"
  | "session.confirm_refused"
  | "organisation.created"
  | "member.joined"
  | "member.access_renewed"
  | `first_link.${string}`
  | "client_page.opened"
  | "client_page.left"
  | "client_page.wrong_pin"
  | "client_page.refused"
  | "enquiry.opened"
  | "factor.passkey_added"
  | "factor.passkey_removed"
  | "factor.copy_refused"
  | "factor.totp_added"
  | "factor.totp_removed"
  | "factor.codes_made"
  | "factor.code_used"
  | "factor.sso_linked"
  | "factor.sso_unlinked"
  | "factor.sso_refused"
  | "factor.all_removed"
  | "factor.totp_locked"
  | "factor.notice_dismissed"
  | "device.added";

/** The displayed wording of log entries; those of a group may share one. */
export type ActionWords = Partial<Record<AuditEntry["action"] | SignInAction, string>>;

/** The possible problems of a chain; rules.ts has the wording. */
export type ChainProblem =
  | "missing"
  | "changed"
  | "order"
  | "cut"
  | "head"
  | "rewritten"
  | "anchor_cut"
  | "token"
  | "organisation"
  | "record_differs"
  | "record_cut"
  | "record_forged"
  | "anchors_missing"
  | "anchors_removed"
  | "anchor_forged"
  | "anchor_unsigned"
  | "anchored_late"
  | "not_anchored";

/** The first break of a chain. `seq` is the number of the entry at which it shows. */
export type ChainBreak = { orgId: string; seq: number; problem: ChainProblem };

/** The time of an entry is before that of the previous entry: somebody changed the clock. Not a break of the chain. */
type ClockStep = { seq: number; seconds: number };

/**
 * Entries after the last anchor: how many, since when, how many of them a head record covers, and whether they wait too
 * long.
 */
export type Unanchored = { entries: number; since: string; recorded: number; late: boolean };

export type ChainReport = {
  orgId: string;
  entries: number;
  /** Anchors and tokens that agree with the chain; no tokens are counted without configured roots. */
  anchors: number;
  tokens: number;
  clockBack: ClockStep | null;
  /** When the first entry was written, as in `ChainRow`; null if the walk started after it. */
  firstAt: string | null;
  unanchored: Unanchored | null;
  broken: ChainBreak | null;
  /** The number of entries that fail, including the first. */
  breaks: number;
};

/** One row of `audit.entries`, with the Postgres texts that were hashed. */
export type ChainRow = {
  seq: number;
  /** `2026-11-26T08:00:00.123456`, UTC. */
  at: string;
  memberId: string | null;
  role: string | null;
  action: string | null;
  subjectId: string | null;
  caseId: string | null;
  /** JSON as Postgres writes it. */
  detail: string;
  /** The keyed hash of the session that it came from. */
  session: string | null;
  previous: Buffer;
  hash: Buffer;
};

/** What is known about one head from outside the chain: its hash as 64 hex characters, and tokens over it. */
export type Anchored = { hash: string; tokens: Buffer[] };

/** Anchors of one organisation by entry number. Two that disagree are both kept. */
export type AnchorsOf = ReadonlyMap<number, readonly Anchored[]>;

/** Hashes that this machine saw at the end of the log after a command, by the number of the entry. */
export type RecordsOf = ReadonlyMap<number, readonly string[]>;
