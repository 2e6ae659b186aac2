import type { CivilDate } from "@/lib/platform/time/calendar";

export const answers = ["imminent", "serious", "none"] as const;
export type Answer = (typeof answers)[number];

/** An act as it is looked through: what was sent, and what was written about it. */
export type ActText = { id: string; code: string; at: Date; words: string | null; what: string };

/** An act with a word that raises the question. */
export type RaisedAct = {
  incidentId: string;
  code: string;
  at: Date;
  /** Keys of the groups of words: `day`, `place`. */
  kinds: string[];
  /** Each word found, with its group: `day friday`. */
  found: string[];
  /** The passages around them, as they were sent. */
  words: string[];
  /** The same of what was written about the act. */
  note: string[];
};

/** What was done, and when; the time may not be known. */
export type Step = { what: string; at: Date | null };

/** One decision of a person; it is never changed, and a later one takes its place. */
export type Assessment = {
  id: string;
  answer: Answer;
  acts: RaisedAct[];
  reason: string;
  steps: Step[];
  reviewOn: CivilDate | null;
  assessedBy: string;
  assessedAt: Date;
};

/** What stands on a case: the acts that raise the question, and whether the last assessment answers it. */
export type DangerQuestion = {
  /** All acts with such words, in the order in which they happened. */
  acts: RaisedAct[];
  /** Those that no assessment covers as they are now. */
  open: RaisedAct[];
  /** The case was marked as in danger after the last assessment. */
  flaggedSince: boolean;
  isOpen: boolean;
  last: Assessment | null;
};

/** For the page: the question, and every answer with its author's name, newest first. */
export type DangerView = {
  question: DangerQuestion;
  assessments: (Assessment & { by: string })[];
  closed: boolean;
};
