import type { CivilDate } from "@/lib/platform/time/calendar";

export type ChipLook = { kind: "done" | "warning" | "plain"; icon: "check" | "triangle-alert" | "minus" };

/** The status of a number in a message: ready to save, odd, not a case number, or already known. */
export type Standing = "good" | "odd" | "not_case_number" | "here" | "known";

/** One number that was found in a message. What is typed over it goes with the form. */
export type FoundNumber = {
  no: number;
  kind: string;
  label: string;
  /** The piece of the message that is kept as it was written. */
  raw: string;
  display: string;
  station: string | null;
  issuer: string | null;
  /** The day on which the message says that it was given. */
  issuedOn: CivilDate | null;
  /** The message names the station, but not next to the number. */
  stationIsGuess: boolean;
  needsStation: boolean;
  standing: Standing;
  /** One or two sentences: how it was parsed, or why to check it. */
  explanation: string;
  /** Codes of cases that the sentence names, for links. */
  codes: readonly string[];
};

export type FoundOfficer = { text: string; stepKey: string | null; stepTitle: string | null };

/** Plain text, or a piece of it that was found. */
export type Piece = { text: string; mark: "none" | "number" | "contact" | "not" };

export type CaseGuess = { caseId: string; code: string; pseudonym: string; why: string };

export type ReadMessage = {
  pieces: readonly Piece[];
  numbers: readonly FoundNumber[];
  officer: FoundOfficer | null;
  guesses: readonly CaseGuess[];
  /** The message held more numbers than are offered at once. */
  cut: boolean;
};
