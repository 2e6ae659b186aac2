import type { DocumentTemplateDraft, ListName } from "@/lib/jurisdictions/document-types";
import type { LegalSource } from "@/lib/jurisdictions/types";

export type Block = DocumentTemplateDraft["blocks"][number];
/** A template before its sources are gathered; a part of one that several share `satisfies Partial<PaperDraft>`. */
export type PaperDraft = Omit<DocumentTemplateDraft, "sources"> & { sources?: LegalSource[] };
type Field = Partial<Omit<Extract<Block, { kind: "field" }>, "kind" | "label" | "value">>;

const read = (sources: LegalSource[]) => (sources.length > 0 ? { sources } : {});

export const heading = (text: string): Block => ({ kind: "heading", text });

export const para = (text: string, ...sources: LegalSource[]): Block => ({ kind: "paragraph", text, ...read(sources) });

/** A numbered paragraph. */
export const point = (text: string, ...sources: LegalSource[]): Block => ({ kind: "numbered", text, ...read(sources) });

/** One numbered paragraph for each thing of a list. */
export const each = (list: ListName, text: string): Block => ({ kind: "numbered", text, each: list });

/** A numbered paragraph that only a person can write. */
export const ask = (text: string, ...sources: LegalSource[]): Block => ({ kind: "prompt", text, ...read(sources) });

/** The same, and the paper cannot be final without it, by the rule that the source names. */
export const mustAsk = (element: string, text: string, source: LegalSource): Block => ({
  kind: "prompt",
  text,
  must: { element, source },
});

/** One line of a form. */
export const line = (label: string, value = "", more: Field = {}): Block => ({ kind: "field", label, value, ...more });

/** A line without which the paper cannot be final, by the rule that the source names. */
export const mustLine = (label: string, value: string, source: LegalSource, more: Field = {}): Block =>
  line(label, value, { ...more, must: { element: label, source } });

/** A line on the sheet that is kept apart. */
export const apart = (label: string, value: string): Block => line(label, value, { confidential: true });

export const table = (of: ListName, caption: string): Block => ({ kind: "table", of, caption });

/** A boxed sentence that is printed. */
export const boxed = (text: string, ...sources: LegalSource[]): Block => ({ kind: "notice", text, ...read(sources) });

/** A word to the one who drafts; not printed. */
export const aside = (text: string, ...sources: LegalSource[]): Block => ({
  kind: "notice",
  text,
  inside: true,
  ...read(sources),
});

/** Lines for the pen, the signature first. */
export const sign = (who: string, ...blanks: string[]): Block => ({
  kind: "signature",
  who,
  blanks: ["Signature", ...blanks],
});

/** Pieces of a complaint about a report that has no number yet, such as a docket that was never opened. */
export const beforeNumber = (...blocks: Block[]): Block[] => blocks.map((block) => ({ ...block, when: "no_number" }));

/** Pieces of a complaint about what is not done although the report has its number. */
export const afterNumber = (...blocks: Block[]): Block[] => blocks.map((block) => ({ ...block, when: "numbered" }));

/** A template whose sources are those of its pieces, of its authority, and any that are added. */
export function paper({ sources = [], ...draft }: PaperDraft): DocumentTemplateDraft {
  const inPieces = draft.blocks.flatMap((block) => [
    ...("sources" in block ? (block.sources ?? []) : []),
    ...("must" in block && block.must ? [block.must.source] : []),
  ]);
  const all = [...inPieces, ...(draft.authority ? [draft.authority.source] : []), ...sources];
  const same = (a: LegalSource, b: LegalSource) => a.text === b.text && a.source === b.source;
  return { ...draft, sources: all.filter((one, i) => all.findIndex((other) => same(other, one)) === i) };
}
