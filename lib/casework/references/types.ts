import type { CivilDate } from "@/lib/platform/time/calendar";

/** The parts of a number that a station restarts every month, such as a CAS number. */
export type StationSerial = {
  serial: number;
  month: number;
  year: number;
  /** Null if the text names none; the number is unique only with it. */
  station: string | null;
  /** `Cape Town Central CAS 123/4/2026`, or `CAS 123/4/2026` without a station. */
  canonical: string;
};

/**
 * What can be odd about a number. The wording is in labels.ts; the code is stored with a number recorded despite it.
 */
const oddities = [
  "no_number",
  "several",
  "month",
  "future",
  "too_old",
  "zero",
  "no_station",
  "mended",
  "guessed_station",
  "not_this_kind",
  "looks_like_other",
  "unusual",
  "too_long",
  "secret",
  "same_elsewhere",
  "near",
] as const;

export type Oddity = (typeof oddities)[number];

export const isOddity = (code: string): code is Oddity => (oddities as readonly string[]).includes(code);

export type Warning = {
  code: Oddity;
  field: "raw" | "station";
  text: string;
  /** The kind that it looks like instead. */
  rather?: string;
};

export type ParsedReference = {
  kind: string;
  raw: string;
  canonical: string;
  /** How it is shown. */
  display: string;
  station: string | null;
  /** The spellings under which the search finds it, stored with the reference. */
  keys: readonly string[];
};

/** A parsed number, whatever was typed, with all its warnings. */
export type ReadReference = ParsedReference & { warnings: readonly Warning[] };

type Refusal = { ok: false; field: "raw" | "station"; reason: string };
export type Parsed<T> = { ok: true; value: T } | Refusal;

/** A number found in a pasted text, suggested and never saved without review. */
export type FoundReference = {
  kind: string;
  label: string;
  raw: string;
  display: string;
  canonical: string;
  station: string | null;
  /** The station is elsewhere in the message: it is a suggestion that a person checks. */
  stationIsGuess: boolean;
  /** The platform named in the text, for a number that each platform counts separately. */
  issuer: string | null;
  /** The date on which it was issued according to the message; null if not stated. */
  issuedOn: CivilDate | null;
  /** What to check: `This is not a CAS number`, `No station in the text`, `Month 13`. */
  warning: string | null;
  code: Oddity | null;
  /** Its position in the tidied text. */
  start: number;
  end: number;
};

/** An officer named in a message, in our format: `Const. V Naidoo, 021 000 0193`. */
export type FoundContact = { text: string; start: number; end: number };

export type ParseOptions = { station?: string | null; issuer?: string | null; today: CivilDate };
