import type { Letter } from "@/lib/platform/sandbox/read-letter";

export type MailState = "held" | "filed" | "set_aside";

/**
 * Why a mail waits for a person. `no_token`: no address of ours that somebody was given. `several_tokens`: more than one.
 * `ended`: the address was ended. `closed`, `restricted`, `stopped`: the case takes nothing by itself, and `stopped` no
 * file at all. `other_sender`: not from whom the address was given to. `several_senders`: none or more than one.
 * `not_proven`: our mail server could not confirm the sender. `not_checked`: it noted nothing that we trust.
 * `automatic`: a machine wrote it. `own`: it comes from ourselves. `same_id`: another mail calls itself the same.
 * `unread`: it could not be taken apart. `too_large`: its bytes were not kept. `flood`: too many came.
 */
export const heldReasons = [
  "no_token",
  "several_tokens",
  "ended",
  "closed",
  "restricted",
  "stopped",
  "other_sender",
  "several_senders",
  "not_proven",
  "not_checked",
  "automatic",
  "own",
  "same_id",
  "unread",
  "too_large",
  "flood",
] as const;
export type HeldReason = (typeof heldReasons)[number];

type MailAttachment = { name: string; mime: string; size: number; sha256: string };

/** What is kept of a mail beside its bytes. All of it is its sender's claim, but `checks`, which our mail server noted. */
export type MailFacts = {
  from: string | null;
  fromName: string;
  subject: string;
  dateUtc: string | null;
  text: string;
  cut: boolean;
  attachments: readonly MailAttachment[];
  checks: Letter["results"];
};

/** Whom a reply address is given to, and from which addresses, or `@domain`, they write. */
export type Counterpart = { party: string; senders: readonly string[] };

export type ReplyAddressView = {
  id: string;
  counterpart: Counterpart;
  step: string | null;
  madeAt: Date;
  madeBy: string | null;
  endedAt: Date | null;
};

export type MailLine = {
  id: string;
  receivedAt: Date;
  from: string;
  subject: string;
  state: MailState;
  byItself: boolean;
  reasons: readonly HeldReason[];
  apart: "flood" | "automatic" | null;
  attachments: number;
  case: { id: string; code: string; pseudonym: string } | null;
  /** The day on which it is erased if nobody files it. */
  erasedAt: Date | null;
};

export type MailView = MailLine & {
  facts: MailFacts;
  size: number;
  sha256: string;
  /** Its bytes are here. */
  kept: boolean;
  counterpart: Counterpart | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  letter: { id: string; code: string; withdrawn: boolean } | null;
  exhibit: { id: string; label: string } | null;
  /** The exhibit that each attachment became, by its place. */
  attachmentExhibits: Readonly<Record<number, { id: string; label: string }>>;
};
