/** One line of a transcript. `ms`: where it begins, from the start of the recording. `meaning`: in English, or null. */
export type SpokenLine = { ms: number; speaker: string; words: string; meaning: string | null };

/** What is said in a recording, as a person wrote it down. */
export type Transcript = {
  id: string;
  /** From 1, counted over everything that was written or taken back. */
  version: number;
  /** A BCP 47 code; `und` where it is not known. */
  language: string;
  /** The hash of the recording. */
  sha256: string;
  lines: SpokenLine[];
  /** Member ids are not shown: the name, and the code that packets print. */
  madeBy: string;
  madeByCode: string;
  madeAt: Date;
};

/** One version in the history: who wrote or took back what, and when. */
export type TranscriptVersion = { version: number; withdrawn: boolean; madeBy: string; madeAt: Date };
