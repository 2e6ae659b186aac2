import type { CivilDate } from "@/lib/platform/calendar";

/** The parts of a number that a station counts afresh every month, such as a CAS number. */
export type StationSerial = {
  serial: number;
  month: number;
  year: number;
  /** Null when the text names none; the number is unique only with it. */
  station: string | null;
  /** `Cape Town Central CAS 123/4/2026`, or `CAS 123/4/2026` without a station. */
  canonical: string;
};

export type ParsedReference = {
  kind: string;
  raw: string;
  canonical: string;
  /** How it is shown. */
  display: string;
  station: string | null;
  /** The spellings under which the search box finds it; they are stored beside the reference. */
  keys: readonly string[];
};

export type Refusal = { ok: false; field: "raw" | "station"; reason: string };
export type Parsed<T> = { ok: true; value: T } | Refusal;

/** A number that was found in a pasted text, offered and never saved without a look. */
export type FoundReference = {
  kind: string;
  label: string;
  raw: string;
  display: string;
  station: string | null;
  /** Why to look twice: `This is not a CAS number`, `No station in the text`, `Month 13`. */
  warning: string | null;
};

export type ParseOptions = { station?: string | null; today: CivilDate };
