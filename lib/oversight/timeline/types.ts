import type { NoteKind } from "@/lib/casework/notes/types";
import type { CaseRow } from "@/lib/escalation/ladder/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import type { Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

/** What a line of the timeline is: one of the kinds of notes, or of what has a page of its own. */
export type TimelineKind =
  | NoteKind
  | "number"
  | "step"
  | "act"
  | "event"
  | "evidence"
  | "packet"
  | "handover"
  | "document"
  | "letter_in"
  | "letter_out"
  | "takedown"
  | "refusal"
  | "danger"
  | "consent"
  | "release"
  | "referral"
  | "flag"
  | "review"
  | "case";

/** One thing that happened in a case, as its source gives it. What is sealed is opened only for lines that are shown. */
export type SourceRow = {
  /** Unique in the case, and a place in the page: `note-<id>`. */
  key: string;
  kind: TimelineKind;
  /** When; for a day without a time, an instant of that day, by which lines are put in order. */
  at: Date;
  /** Set where only the day is known. */
  day: CivilDate | null;
  /** The zone in which it was seen, where that may be another one than those of the two countries. */
  zone?: string;
  /** Plain words; nothing that is sealed. */
  title: string;
  /** What was said or written. */
  words: () => string | null;
  /** Who wrote it down: a member or an officer with a sign-in. */
  byId: string | null;
  /** With whom, by its key in the labels of notes. */
  party?: string | null;
  accountId?: string | null;
  platform?: string | null;
  /** Its page. */
  href: string;
  marks?: readonly ("pinned" | "supervision" | "withdrawn" | "undone")[];
};

/**
 * What every source is given: the case, its key, its playbook and the law. `zone`: that of its home country. `most`: how
 * many of its newest lines are enough.
 */
export type Traced = { row: CaseRow; vault: Vault; playbook: Playbook; law: Law; zone: string; most: number };

/** One kind of record of a case as lines of its timeline: only what this person may see. */
export type Source = (ctx: TxCtx, traced: Traced) => Promise<SourceRow[]>;

export type TimelineRow = Omit<SourceRow, "words" | "byId"> & { words: string | null; by: string | null };

/** What is asked for. `what` is a kind, or a group of kinds. */
export type TimelineFilter = {
  what?: string;
  account?: string;
  platform?: string;
  /** `by:<member>`, `with:<party>` */
  person?: string;
  from?: CivilDate;
  to?: CivilDate;
  words?: string;
};

export type TimelineOption = { value: string; label: string };

export type TimelinePage = {
  rows: TimelineRow[];
  page: number;
  /** Lines under the filter. */
  total: number;
  /** Lines without it. */
  all: number;
  /** What can be chosen: only what the case has. */
  accounts: TimelineOption[];
  platforms: TimelineOption[];
  people: TimelineOption[];
  homeZone: string;
  thereZone: string;
};
