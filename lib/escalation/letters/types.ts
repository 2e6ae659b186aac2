import type { CivilDate } from "@/lib/platform/time/calendar";

export const letterChannels = [
  "post",
  "registered_post",
  "courier",
  "by_hand",
  "email",
  "portal",
  "message",
  "other",
] as const;
export type LetterChannel = (typeof letterChannels)[number];

/** Whether a letter answers what we wait for: not at all, in part, or so that the step is closed. */
export const letterAnswers = ["nothing", "part", "all"] as const;
export type LetterAnswers = (typeof letterAnswers)[number];

/** How it can be shown that a letter of ours arrived. */
export const proofKinds = ["post_number", "signed_for", "email_receipt", "other"] as const;
export type ProofKind = (typeof proofKinds)[number];

export type LetterView = {
  id: string;
  /** `IN-1`, `OUT-3`. */
  code: string;
  direction: "in" | "out";
  day: CivilDate;
  writtenOn: CivilDate | null;
  channel: LetterChannel;
  /** From whom it came, or to whom it went. */
  party: string;
  ourReference: string | null;
  theirReference: string | null;
  summary: string;
  step: { key: string; title: string; path: string } | null;
  /** The official number that it is about. */
  reference: { id: string; display: string } | null;
  scan: { id: string; code: string } | null;
  answers: LetterAnswers;
  /** What of ours it is, with the way to it, relative to the case or the whole address. */
  made: { href: string; label: string } | null;
  proof: { kind: ProofKind; text: string | null } | null;
  recordedBy: string;
  recordedAt: Date;
  withdrawn: { at: Date; reason: string } | null;
};

export type LetterDirection = "all" | "in" | "out";

type LetterCounts = Readonly<Record<LetterDirection, number>>;

/** A step that a letter may be about: the step itself, or one report of it. */
export type StepChoice = { value: string; label: string };

export type LetterDesk = {
  letters: readonly LetterView[];
  counts: LetterCounts;
  total: number;
  page: number;
  steps: readonly StepChoice[];
  /** The official numbers of the case. */
  references: readonly StepChoice[];
  today: CivilDate;
  zone: string;
  closed: boolean;
};
