import type { LegalSource, Offence, PairedElement, Side } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

/** An incident as the rules see it: plain data, no words. */
export type IncidentFact = {
  id: string;
  kind: "act" | "event";
  /** `I-1`, `C-2` */
  code: string;
  nature: string;
  happenedAt: Date;
  /** The day on the wall where it was seen. */
  day: CivilDate;
  isKnowledge: boolean;
  /** `told to stop`; null if it shows no knowledge */
  knowledgeText: string | null;
};

/** `E-04` */
type ExhibitFact = { id: string; code: string };

export type CaseFacts = {
  incidents: readonly IncidentFact[];
  exhibits: readonly ExhibitFact[];
  /** A provider agreed to keep an account. */
  isPreserved: boolean;
};

/** Whose element it is: of either offence, or a further requirement of the other country. */
export type AnswerSide = Side | "pair";

/** Why an act that may bear on an element is not relied on for it. */
type Declined = { incidentId: string; why: string };

/** What a person answered for one element or need, by its key. */
export type KeptAnswer = {
  side: AnswerSide;
  key: string;
  incidentIds: string[];
  exhibitIds: string[];
  note: string;
  declined: Declined[];
};

/** The stored form. Older rows have the place of the element, or the words of the need, in place of the key. */
export type StoredAnswer = {
  side: AnswerSide;
  key?: string;
  element?: number;
  need?: string;
  incidentIds: string[];
  exhibitIds?: string[];
  note: string;
  declined?: Declined[];
};

/** A pair of offences as named on a case. */
export type NamedPair = { homeOffence: string; thereOffence: string | null; elements: readonly StoredAnswer[] };

/** One element of one offence. */
export type ElementOf = { offence: Offence; key: string; text: string; no: number };

/** One row of the element table: what the two countries ask, beside each other, each element once. */
export type AlignedRow = {
  home: ElementOf[];
  there: ElementOf[];
  /** What the other country needs beside its elements. */
  needs: PairedElement[];
  bears: "acts" | "all_acts" | "knowledge" | "effect" | "record";
  remains: string | null;
  closes: string;
};

/**
 * One requirement of the other country. `met`: read from the record; `judged`: stated by a person; `gap`: missing;
 * `ask`: waits for a person, because no record can tell.
 */
export type PairingLine = {
  key: string;
  need: string;
  state: "met" | "judged" | "gap" | "ask";
  /** By what it is met, or what to collect. */
  words: string;
  by: string[];
  /** A person's answer, for the form. */
  answer: { incidentIds: string[]; exhibitIds: string[]; note: string };
  sources: readonly LegalSource[];
};

export type PairingView = {
  /** Which kinds of the home offence these pairings are about: `Threat of violence`. */
  about: string[];
  lines: PairingLine[];
  /** Whether content can be requested, in the words of each pairing. */
  content: { text: string; sources: readonly LegalSource[] }[];
};

/** An offence that the acts may reach and that nobody looked at. */
export type Candidate = { offence: Offence; acts: string[] };

export type WarningView = {
  key: string;
  text: string;
  todo: string;
  /** The acts that make it so. */
  by: string[];
  sources: readonly LegalSource[];
};
