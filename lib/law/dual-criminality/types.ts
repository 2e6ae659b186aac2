import type { LegalSource, Side } from "@/lib/law/jurisdictions/types";
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
type AnswerSide = Side | "pair";

/** The stored form of an answer. `need` is the text of the other country's requirement that a person judged. */
export type KeptAnswer = {
  side: AnswerSide;
  element: number;
  incidentIds: string[];
  exhibitIds?: string[];
  note: string;
  need?: string;
};

/** A pair of offences as named on a case. */
export type NamedPair = { homeOffence: string; thereOffence: string | null; elements: readonly KeptAnswer[] };

/**
 * One requirement of the other country. `met`: read from the record; `judged`: stated by a person; `gap`: missing;
 * `ask`: waits for a person, because no record can tell.
 */
export type PairingLine = {
  /** Its words are its key. */
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

export type WarningView = {
  key: string;
  text: string;
  todo: string;
  /** The acts that make it so. */
  by: string[];
  sources: readonly LegalSource[];
};
