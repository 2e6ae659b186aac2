import type { CivilDate } from "@/lib/platform/time/calendar";

export const categories = [
  "identity",
  "contact",
  "address",
  "safe_contact",
  "health_or_sex_life",
  "criminal_allegations",
  "evidence",
  "messages",
  "numbers",
] as const;
export type Category = (typeof categories)[number];

/** The description of a breach: what s 22 requires, and the grounds. Encrypted as one text. */
export type BreachWords = {
  what: string;
  grounds: string;
  consequences: string;
  measures: string;
  advice: string;
  /** Who did it, if that is known. */
  who: string | null;
};

export type BreachView = {
  id: string;
  number: number;
  discoveredAt: Date;
  zone: string;
  categories: Category[];
  words: BreachWords;
  memberName: string | null;
  fromAt: Date | null;
  untilAt: Date | null;
  caseCodes: string[];
  affected: number | null;
  countedAt: Date | null;
  regulatorToldOn: CivilDate | null;
  regulatorReference: string | null;
  recordedBy: string;
};

/** A product reminder, never the law's day. */
export type Alarm = { hours: 24 | 72; at: Date; passed: boolean };

/** The content of a notice's review. Encrypted with the notice. */
type Review = { channel: string };

export type NoticeWords = { body: string; review: Review | null };

export type NoticeState = "listed" | "drafted" | "reviewed" | "stale" | "sent";

export type NoticeView = {
  clientId: string;
  code: string;
  pseudonym: string;
  shownBy: string[];
  state: NoticeState;
  body: string | null;
  channel: string | null;
  reviewedBy: string | null;
  sentOn: CivilDate | null;
};
