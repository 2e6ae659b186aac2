import type { Block } from "@/lib/platform/pdf/blocks";

export type LetterKind = "preservation" | "emergency";

/** One letter to one provider, for an officer to sign. `stem`: of its file names. */
export type Letter = {
  no: number;
  kind: LetterKind;
  entity: string;
  title: string;
  stem: string;
  blocks: readonly Block[];
};

/** A letter that would lack something, and what: it is not drafted. */
export type NotOffered = { kind: LetterKind; entity: string; why: string };

/** Why a letter cannot be written whole, as a sentence. */
export type Lacking = { lacks: string };
