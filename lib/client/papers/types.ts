import type { Strokes } from "@/lib/casework/cases/types";
import type { ClientLanguage } from "@/lib/client/wording/rules";

export const paperKinds = ["consent", "release", "authority", "statement"] as const;
export type PaperKind = (typeof paperKinds)[number];

export type PaperAnswer = "signed" | "declined" | "corrected";

/** What the client read. Its hash is taken over exactly this, as JSON. */
export type PaperText = { title: string; paragraphs: string[] };

/** What she answered: the typed name, the strokes of a finger, and what is wrong in her words. */
export type AnswerWords = { name: string; strokes: Strokes | null; words: string };

export type PaperState = "open" | PaperAnswer | "withdrawn" | "ended";

export type OwnPaper = {
  id: string;
  kind: PaperKind;
  state: PaperState;
  language: ClientLanguage;
  text: PaperText;
  textSha256: string;
  offeredAt: Date;
  answeredAt: Date | null;
  withdrawnAt: Date | null;
};

/** The same for staff. */
export type OfferedPaper = OwnPaper & { offeredBy: string; answered: AnswerWords | null };
