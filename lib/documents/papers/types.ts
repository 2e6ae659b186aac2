import type { DocumentTemplate, LedgerList, ListName, Situation } from "@/lib/law/jurisdictions/document-types";
import type { LegalSource } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

type Must = { element: string; source: LegalSource };

/** Set when a person changed the words: they are never drawn again from the facts. */
type Edited = { edited?: boolean };

export type AnnexureRow = { mark: string; exhibit: string; description: string; sha256: string };

/**
 * One piece of a drafted paper, after the facts were put in. `id` stays with the piece through all versions.
 * `gap` names what is still missing; a paper with gaps that must be filled cannot be final.
 */
export type DocumentBlock =
  | ({ id: string; kind: "heading"; text: string } & Edited)
  | ({ id: string; kind: "paragraph"; text: string; gaps: string[] } & Edited)
  | ({ id: string; kind: "numbered"; text: string; gaps: string[] } & Edited)
  | ({ id: string; kind: "prompt"; asks: string; text: string; must: Must | null } & Edited)
  | ({
      id: string;
      kind: "field";
      label: string;
      value: string;
      hint: string | null;
      choices: string[] | null;
      confidential: boolean;
      whenKnown?: boolean;
      must: Must | null;
    } & Edited)
  | { id: string; kind: "table"; caption: string; head: string[]; rows: string[][] }
  | { id: string; kind: "annexures"; rows: AnnexureRow[]; called?: string }
  | { id: string; kind: "oath"; heading: string; lines: string[]; blanks: string[] }
  | { id: string; kind: "signature"; who: string; blanks: string[] }
  /** `inside`: for the one who drafts. Shown in the app, never printed. */
  | { id: string; kind: "notice"; text: string; inside?: boolean };

export type WordedBlock = Extract<DocumentBlock, { kind: "heading" | "paragraph" | "numbered" | "prompt" | "field" }>;

export type DocumentBody = {
  title: string;
  addressee: string[];
  blocks: DocumentBlock[];
  /** Pieces of the template that a person took out: drawing it again does not bring them back. */
  removed?: string[];
  /** The exhibits that go with it, by code; all of the case if nobody chose. */
  chosen?: string[];
};

/** A list item of the case, such as one incident: its code and the values that a text may use. */
export type FactItem = { code: string; values: Readonly<Record<string, string | null>> };

/** What a text may use of the case: single values by token, and the lists. Null means not recorded. */
export type DocumentFacts = {
  values: Readonly<Record<string, string | null>>;
  lists: Readonly<
    Record<Exclude<ListName, LedgerList>, readonly FactItem[]> & Partial<Record<LedgerList, readonly FactItem[]>>
  >;
  /** Of a complaint about a refusal; `no_number` when left out. */
  situation?: Situation;
  /** How a value is called when it is missing, where the law data has its own word: `CAS number`. */
  names?: Readonly<Record<string, string>>;
};

/** A remaining blank, its position, and whether the document can be final with it. */
export type Gap = { blockId: string; what: string; must: Must | null };

const documentStates = ["draft", "final", "sworn", "withdrawn"] as const;
export type DocumentState = (typeof documentStates)[number];
export const signers = ["client", "advocate", "officer", "counsel", "certifier"] as const;
export type Signer = (typeof signers)[number];

/** One paper in the list of a case. */
export type DocumentRow = {
  id: string;
  /** `D-03` */
  code: string;
  number: number;
  template: string;
  kind: string;
  title: string;
  state: DocumentState;
  version: number;
  signer: Signer;
  sentOn: CivilDate | null;
  swornOn: CivilDate | null;
  finalOn: CivilDate | null;
  savedBy: string;
  savedAt: Date;
  /** What it is for: step, account or refusal, in words. */
  about: string[];
  /** What it does on the ladder: `completes Sworn statement once sworn`. Null when no step waits for it. */
  completes: string | null;
  stepKey: string | null;
};

export type VersionView = { version: number; savedBy: string; savedAt: Date; note: string | null };

/** One document with its newest text, and what prevents each next act. */
export type DocumentPage = {
  row: DocumentRow;
  body: DocumentBody;
  template: DocumentTemplate | null;
  /** Where the law in each piece was read, by the piece's id. */
  sources: Readonly<Record<string, readonly LegalSource[]>>;
  versions: VersionView[];
  gaps: Gap[];
  /** Why it cannot be final yet, apart from blanks: the missing authority. */
  missingAuthority: string | null;
  zone: string;
  today: CivilDate;
  asks: SendingAsks;
  sworn: { exhibitId: string; code: string } | null;
};

/** One thing that is pasted into somebody else's form. Without text, a person writes it there. */
export type SheetPiece = {
  id: string;
  label: string | null;
  text: string;
  asks: string | null;
  choices: readonly string[] | null;
};

/** The text for a platform's form about one item. */
export type Sheet = {
  /** The key of its words in the law data. */
  template: string;
  title: string;
  /** The document that it was taken from; null if it was filled from the case. */
  draft: { id: string; code: string } | null;
  pieces: SheetPiece[];
};

/** What must be answered before a paper is noted as sent. */
export type SendingAsks = { tipOff: string | null; removal: boolean };

/** A paper that can be drafted here. */
export type TemplateChoice = {
  key: string;
  title: string;
  purpose: string;
  form: "paper" | "sheet";
  about: DocumentTemplate["about"];
  whoMaySend: string;
  sendableByUs: boolean;
  /** Why it cannot be drafted today, or null. */
  refused: string | null;
};
export type TemplateGroup = { key: string; title: string; templates: TemplateChoice[] };
export type DocumentShelf = { rows: DocumentRow[]; groups: TemplateGroup[]; zone: string };

/**
 * The checkbox name of one exhibit: each has its own, so that each keeps its submitted state after a rejected attempt.
 */
export const tickOf = (code: string): string => `exhibits.${code}`;

/** What the page "draft a document" asks and says before anything is opened. */
export type DraftChoices = {
  template: DocumentTemplate;
  title: string;
  refused: string | null;
  accounts: { id: string; label: string }[];
  refusals: { id: string; label: string }[];
  /** `ticked`: proposed. A signed paper of the case is not, nor in a statement what shows no act. */
  exhibits: { code: string; label: string; ticked: boolean }[];
  counts: { incidents: number; exhibits: number; references: number; accounts: number };
  /** Sealed details of the client that drafting opens. */
  opens: string[];
  /** The authority that is missing when somebody signs for the client. */
  missingAuthority: string | null;
  preserved: boolean;
};

/** One piece in two wordings. `same` is left out of a comparison. */
export type Difference = { id: string; what: string; before: string | null; after: string | null };
export type Comparison = { from: VersionView; to: VersionView; differences: Difference[] };

/** A piece that two people worded at the same time. */
export type ClashBlock = {
  id: string;
  what: string;
  mine: string;
  theirs: string;
  changed: "mine" | "theirs" | "both";
};
export type Clash = { version: number; savedBy: string; savedAt: Date; blocks: ClashBlock[] };
