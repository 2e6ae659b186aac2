/** What a message is about. */
export type RecordKind = "case" | "reference" | "exhibit" | "document" | "packet" | "handover" | "webhook";

export type MessageState = "waiting" | "sent" | "given_up" | "left_out";

/** Why nothing is sent any more: a person turned it off, the receiver said that it is gone, or it failed for days. */
export type Off = "person" | "gone" | "failing";

/** A line of the list. */
export type WebhookLine = {
  id: string;
  name: string;
  address: string;
  types: string[];
  off: Off | null;
  offAt: Date | null;
  lastSentAt: Date | null;
  waiting: number;
  givenUp: number;
};

export type WebhookView = WebhookLine & {
  addedAt: Date;
  addedBy: string | null;
  /** Until when messages are signed with the secret before, too; null when they are not. */
  oldSecretUntil: Date | null;
};

/** One event for one webhook, as an administrator sees it: which record it is about is not shown. */
export type MessageLine = {
  id: string;
  type: string;
  happenedAt: Date;
  state: MessageState;
  attempts: number;
  nextAt: Date;
  replayed: boolean;
  last: { at: Date; status: number | null; problem: string | null } | null;
};
