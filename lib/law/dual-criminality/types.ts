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
  /** `told to stop`; null when it shows no knowledge */
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

/** Whose element it is: of either offence, or what the other country needs beside them. */
type AnswerSide = Side | "pair";

/** What the tables keep of an answer. `need` is the text of a need of the other country that a person judged. */
export type KeptAnswer = {
  side: AnswerSide;
  element: number;
  incidentIds: string[];
  exhibitIds?: string[];
  note: string;
  need?: string;
};

/** A pair of offences as it is named on a case. */
export type NamedPair = { homeOffence: string; thereOffence: string | null; elements: readonly KeptAnswer[] };

/**
 * One thing that the other country needs. `met` is read from the record, `judged` was said by a person, `gap` is
 * missing, `ask` waits for a person: no record can tell.
 */
export type PairingLine = {
  /** Its words are its key. */
  need: string;
  state: "met" | "judged" | "gap" | "ask";
  /** By what it is met, or what to collect. */
  words: string;
  by: string[];
  /** What a person answered, for the form. */
  answer: { incidentIds: string[]; exhibitIds: string[]; note: string };
  sources: readonly LegalSource[];
};

export type PairingView = {
  /** Which kinds of the home offence these pairings are about: `Threat of violence`. */
  about: string[];
  lines: PairingLine[];
  /** Whether content can be asked for, in the words of each pairing. */
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
