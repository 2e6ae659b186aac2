import type { LegalSource } from "@/lib/jurisdictions/types";

/**
 * One piece of a drafted paper, after the facts were put in. `id` stays with the piece through all versions.
 * `gap` names what is still missing; a paper with gaps that must be filled cannot be final.
 */
export type DocumentBlock =
  | { id: string; kind: "heading"; text: string }
  | { id: string; kind: "paragraph"; text: string; gaps: string[] }
  | { id: string; kind: "numbered"; text: string; gaps: string[] }
  | { id: string; kind: "prompt"; asks: string; text: string; must: Must | null }
  | {
      id: string;
      kind: "field";
      label: string;
      value: string;
      hint: string | null;
      choices: string[] | null;
      confidential: boolean;
      must: Must | null;
    }
  | { id: string; kind: "table"; caption: string; head: string[]; rows: string[][] }
  | { id: string; kind: "annexures"; rows: { mark: string; exhibit: string; description: string; sha256: string }[] }
  | { id: string; kind: "oath"; heading: string; lines: string[]; blanks: string[] }
  | { id: string; kind: "signature"; who: string; blanks: string[] }
  | { id: string; kind: "notice"; text: string };

export type Must = { element: string; source: LegalSource };

export type DocumentBody = { title: string; addressee: string[]; blocks: DocumentBlock[] };
