import type { ChatFormat, ChatProblem, DateOrder } from "@/lib/platform/sandbox/chat-types";

export type { ChatFormat, ChatProblem, DateOrder };

export type ImportState = "reading" | "needs_answer" | "ready" | "failed";
export type MessageKind = "text" | "media" | "call" | "deleted" | "system";

/** One reading of an export, as lists show it. */
export type ImportView = {
  id: string;
  caseId: string;
  exhibitId: string;
  /** `E-03` */
  exhibit: string;
  format: ChatFormat | null;
  state: ImportState;
  problem: ChatProblem | "lines" | null;
  /** An ambiguous time, or line numbers; never what somebody wrote. */
  detail: string | null;
  /** The zone in which times without a zone were read (IANA). */
  zone: string;
  dateOrder: DateOrder | null;
  messages: number;
  duplicates: number;
  unreadable: number;
  startedBy: string;
  startedAt: Date;
  finishedAt: Date | null;
  /** The exhibit was read again later, with other answers. */
  replaced: boolean;
  /** A mail read again since by a newer parser: its words may differ from those of the messages. */
  outdated: boolean;
};

/** A sender, by the name in the export. */
export type SenderView = {
  id: string;
  name: string;
  messages: number;
  isClient: boolean;
  accountId: string | null;
  /** `A1 Instagram, @handle` */
  account: string | null;
};

/** The ambiguity of a local time: it occurred twice that night, or the clocks skipped it. */
export type ClockMark = "twice" | "jumped_over" | null;

/** One message. `words` is null while they are collapsed. */
export type MessageView = {
  id: string;
  seq: number;
  sentAt: Date;
  zone: string;
  stamp: string;
  clock: ClockMark;
  kind: MessageKind;
  sender: string | null;
  isClient: boolean;
  words: string | null;
  mediaName: string | null;
  markers: readonly string[];
  incident: { id: string; code: string } | null;
};

export type MessageFilter = {
  senderId?: string;
  /** Civil dates on the home wall, both included. */
  from?: string;
  to?: string;
  word?: string;
  /** A key of lib/evidence/exhibits/chats/markers.ts, or `any`. */
  marker?: string;
  kind?: MessageKind;
};

/** One page of messages. `looked`: how many were decrypted to find a word; `more` if there were more than the limit. */
export type MessagePage = {
  messages: MessageView[];
  total: number;
  page: number;
  looked: number;
  more: boolean;
  /** The times of all messages with the word or marker; null if neither was requested. */
  times: Date[] | null;
};

/** One bar: its day, the Monday of its week, or an hour (`00` to `23`), on the home wall. */
export type Bar = { at: string; count: number };
export type ChartBy = "day" | "week" | "hour";

/** What a page of one import needs besides its messages. */
export type ImportDetail = {
  view: ImportView;
  senders: SenderView[];
  first: Date | null;
  last: Date | null;
  homeZone: string;
  thereZone: string;
};
