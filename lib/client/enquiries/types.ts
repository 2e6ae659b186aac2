import type { ClientLanguage } from "@/lib/client/wording/rules";

export const dangers = ["yes", "no", "unknown"] as const;
export type Danger = (typeof dangers)[number];

/** How she may be reached. `none`: nobody contacts her, she comes back with her code. */
export const channels = ["none", "sms", "call", "whatsapp", "email"] as const;
export type Channel = (typeof channels)[number];

/** Who else reads her messages or hears her calls. */
export const readers = ["nobody", "somebody", "unknown"] as const;
export type Reader = (typeof readers)[number];

export type EnquiryState = "open" | "case" | "referred" | "set_aside";

/** Why it is listed apart. */
export type Apart = "flood" | "hidden_field";

/** All that she answered. What she left empty is empty: unknown is an answer. */
export type EnquiryWords = {
  name: string;
  what: string;
  country: string;
  otherCountry: string;
  channel: Channel | "";
  contact: string;
  hours: string;
  avoid: string;
  readBy: Reader | "";
  danger: Danger;
  language: ClientLanguage;
};

export type EnquiryMessage = {
  id: string;
  writer: "enquirer" | "staff";
  by: string | null;
  words: string;
  at: Date;
};

/** An enquiry as whoever wrote it sees it. */
export type OwnEnquiry = {
  words: EnquiryWords;
  writtenAt: Date;
  readAt: Date | null;
  /** She took it back when it was part of a case already. */
  withdrawn: boolean;
  messages: EnquiryMessage[];
  /** The receipt code, until she has written it down, in the browser that sent it. */
  receipt: string | null;
};

/** A line of the inbox: nothing that she wrote is in it. */
export type EnquiryLine = {
  id: string;
  state: EnquiryState;
  apart: Apart | null;
  danger: Danger;
  language: ClientLanguage;
  writtenAt: Date;
  readAt: Date | null;
  answeredAt: Date | null;
  decidedAt: Date | null;
  /** She wrote, and nobody has looked since. */
  hasNews: boolean;
  overdue: boolean;
  /** Until when it is to be answered. */
  dueOn: string;
};

/** An enquiry as staff read it. */
export type EnquiryView = EnquiryLine & {
  words: EnquiryWords;
  readBy: string | null;
  decidedBy: string | null;
  reason: string | null;
  withdrawnAt: Date | null;
  case: { id: string; code: string; pseudonym: string } | null;
  messages: EnquiryMessage[];
  /** The day on which it is erased; null while it is open, and when it belongs to a case. */
  erasedOn: string | null;
};
