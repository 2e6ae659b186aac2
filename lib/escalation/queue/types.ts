import type { ClockKind } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

/** What of an item is kept for counts and for choosing whom to show. */
export type KeptItem = {
  /** The key of its clock; `wait:<step>/<report>` and `wait:referral/<id>` for a wait without one, `next:<rule>:<step>` for an act without a day. */
  key: string;
  turn: "ours" | "theirs";
  kind: ClockKind | null;
  dueOn: CivilDate | null;
  /** The first instant of that day at the case's home. */
  dayAt: Date | null;
  /** The first instant at which it is late; null for what is never late. */
  lateAt: Date | null;
  /** Since when it is with others, or since when its clock runs. */
  since: CivilDate | null;
};

/** One thing to do on a case, or one thing that waits for others, in words. */
export type QueueItem = KeptItem & {
  /** The name of its step or clock. */
  title: string;
  /** What to do, or what is waited for: "Ask the detective for an update". */
  what: string;
  /** The number that it is about, such as a CAS number. */
  object: string | null;
  /** Why, in a sentence. */
  why: string;
  /** Who has it, when it is with others; otherwise null. */
  who: string | null;
  stepKey: string | null;
  /** Which report of the step; empty for the whole. */
  part: string;
  /** Where it is done, relative to the case. */
  path: string;
  /** `4 days overdue`, `Due tomorrow`; empty without a day. */
  words: string;
  /** Somebody may be hurt: it comes first and cannot be snoozed. */
  danger: boolean;
  /** A deadline of the law, or data that lapses: hidden at most until this day. Null for every other. */
  lastSafeOn: CivilDate | null;
  /** A call, letter or reply can be logged on it, and it can be marked as sent. */
  mayLog: boolean;
  maySend: boolean;
};
