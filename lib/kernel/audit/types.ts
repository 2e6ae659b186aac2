import type { AuditEntry } from "@/lib/kernel/access/audit-entry";

/** Written by the database itself when people come and go. */
type SignInAction =
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

/** What can be wrong with a chain; rules.ts has the words. */
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

/** The first thing of a chain that does not hold. `seq` is the number of the entry at which it shows. */
export type ChainBreak = { orgId: string; seq: number; problem: ChainProblem };

/** The time of an entry is before that of the entry before it: somebody moved the clock. No break of the chain. */
type ClockStep = { seq: number; seconds: number };

/** Entries behind the last anchor: how many, since when, how many of them are vouched for by a record, and whether they wait too long. */
export type Unanchored = { entries: number; since: string; recorded: number; late: boolean };

export type ChainReport = {
  orgId: string;
  entries: number;
  /** Anchors and tokens that agree with the chain; tokens are none when no roots are set to believe them by. */
  anchors: number;
  tokens: number;
  clockBack: ClockStep | null;
  /** When the first entry was written, as `ChainRow` has it; null where the walk began behind it. */
  firstAt: string | null;
  unanchored: Unanchored | null;
  broken: ChainBreak | null;
  /** At how many entries it does not hold, the first one among them. */
  breaks: number;
};

/** One row of `audit.entries`, with the texts of Postgres that its hash was taken over. */
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
  /** The mark of the session that it came from. */
  session: string | null;
  previous: Buffer;
  hash: Buffer;
};

/** What is known of one head from outside the chain: its hash as 64 hex characters, and tokens over it. */
export type Anchored = { hash: string; tokens: Buffer[] };

/** Anchors of one organisation by the number of the entry. Two that disagree are both kept. */
export type AnchorsOf = ReadonlyMap<number, readonly Anchored[]>;

/** Hashes that this machine saw at the end of the log after a command, by the number of the entry. */
export type RecordsOf = ReadonlyMap<number, readonly string[]>;
