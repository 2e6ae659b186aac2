import type { ConsentPurpose, Strokes } from "@/lib/casework/cases/types";
import type { PlanEntry } from "@/lib/casework/safety/plans/types";
import type { ClientLanguage } from "@/lib/client/wording/rules";
import type { CivilDate } from "@/lib/platform/time/calendar";

export const paperKinds = ["consent", "release", "authority", "statement", "plan"] as const;
export type PaperKind = (typeof paperKinds)[number];

export type PaperAnswer = "signed" | "declined" | "corrected";

/** What the client read. Its hash is taken over exactly this, as JSON. */
export type PaperText = { title: string; paragraphs: string[] };

/** What she answered: the typed name, the strokes of a finger, and what is wrong in her words. */
export type AnswerWords = { name: string; strokes: Strokes | null; words: string };

export type PaperState = "open" | PaperAnswer | "withdrawn" | "ended";

type ConsentTerms = { what: "consent"; purposes: ConsentPurpose[] };

export type ReleaseOffer = {
  what: "release";
  recipientRole: string;
  recipient: string;
  purpose: string;
  which: "all" | "some" | "none";
  exhibits: Record<string, boolean>;
  identity: boolean;
  officers: Record<string, boolean>;
  items: string | null;
  crossBorderBasis: string | null;
  /** Named in the paper, so it is fixed when she reads it. */
  expiresOn: CivilDate;
};

export type AuthorityTerms = {
  what: "authority";
  process: string;
  information: string;
  to: string;
  expiresOn: CivilDate | null;
};

/** What her signature becomes. */
export type PaperTerms = ConsentTerms | ReleaseOffer | AuthorityTerms;

/** What a paper from a record says, before it is put into words. */
export type PaperContent =
  | ConsentTerms
  | ReleaseOffer
  /** `law`: where the rule stands; null if it is practice. */
  | (AuthorityTerms & { law: string | null })
  | { what: "plan"; entries: PlanEntry[] }
  | { what: "contact"; channel: string; hours: string; never: string[] }
  | { what: "statement"; paragraphs: string[] };

/** Why a signature was not recorded: what it named is no longer so. */
export type RefusedWhy = "officers" | "over" | "exhibits" | "repeated" | "case";

export type OwnPaper = {
  id: string;
  kind: PaperKind;
  state: PaperState;
  language: ClientLanguage;
  text: PaperText;
  /** The same in English; null for a text that a caseworker typed. */
  english: PaperText | null;
  unconfirmed: boolean;
  textSha256: string;
  offeredAt: Date;
  answeredAt: Date | null;
  withdrawnAt: Date | null;
};

/** The same for staff. `recorded`: what her signature became. */
export type OfferedPaper = OwnPaper & {
  offeredBy: string;
  answered: AnswerWords | null;
  fromRecord: boolean;
  recordedId: string | null;
  refused: RefusedWhy | null;
};

/** What a client said of a statement that she read on her page. */
export type StatementAnswer = {
  paperId: string;
  state: PaperState;
  language: ClientLanguage;
  version: number;
  offeredAt: Date;
  answeredAt: Date | null;
  answered: AnswerWords | null;
};

/** A paper as it would be offered. */
export type PaperPreview = {
  language: ClientLanguage;
  text: PaperText;
  english: PaperText;
  unconfirmed: boolean;
};
