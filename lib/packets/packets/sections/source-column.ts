import type { PacketLaw } from "@/lib/law/jurisdictions/packet-word-types";
import type { Block } from "@/lib/platform/pdf/blocks";
import { type Inline, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { type FixedTextId, fixedText } from "../fixed-text";

/** The sources of a paragraph: never an empty list. */
export type Sources = readonly [string, ...string[]];

/**
 * A list of codes as the sources of a paragraph.
 * @throws Error when nothing is left: a paragraph without a source does not build
 */
export function sourcesOf(codes: readonly (string | null | undefined)[], otherwise?: string): Sources {
  const [first, ...rest] = codes.filter((code): code is string => Boolean(code));
  if (first !== undefined) return [first, ...rest];
  if (otherwise) return [otherwise];
  throw new Error("a paragraph has no source");
}

/** A numbered paragraph. The source column is part of it, so that it cannot be forgotten. */
export function para(text: Rich, sources: Sources): Block {
  return { b: "para", text, aside: sourceColumn(sources) };
}

/** A reviewed sentence that is the same for every pair, word for word, with its number in the source column. */
export function fixedPara(id: FixedTextId, ...more: string[]): Block {
  return para(fixedText[id].text, [id, ...more]);
}

/** Codes with a dot between them. */
function sourceColumn(sources: Sources): Inline[] {
  const list = codeList(sources, "\u00A0· ");
  return list.length > 0 ? list : ["standard text"];
}

/**
 * Codes with any separator, as a receiver reads them: the numbers of our own standard sentences and the marks that say how
 * well a source was read are for the sender; Schedule E says the latter in words.
 */
export function codeList(codes: readonly string[], separator: string): Inline[] {
  return codes
    .filter((code) => !isFixed(code))
    .flatMap((code, i): Inline[] => [...(i === 0 ? [] : [separator]), ...oneSource(code)]);
}

const isFixed = (code: string): boolean => /^F\d+$/.test(code);

export function isLawNumber(code: string): boolean {
  return /^L\d+$/.test(code);
}

function oneSource(code: string): Inline[] {
  if (isLawNumber(code)) return [code, cited(code)];
  return [noBreak(code === "product rule" ? "standard text" : withoutMarks(code))];
}

/** ` (L15, L37)`: where the law is named at the end. A box or a field of a message has no room for a source in words. */
export function lawInBrackets(sources: readonly string[]): Inline[] {
  const named = sources.filter(isLawNumber);
  return named.length > 0 ? [" (", ...codeList(named, ", "), ")"] : [];
}

const endingMarks = / (?:\[(?:V2?|S|G|C)(?: (?:V2?|S|G|C))*\]|\((?:V2?|S|G|C)(?:, (?:V2?|S|G|C))*, checked [^()]*\))$/;

/** A source in words may end with its marks, `extract [V2 G]`, `extract (V2, checked 24 Nov 2026)`: not for a receiver. */
export const withoutMarks = (source: string): string => source.replace(endingMarks, "");

/** Says that a law source is cited here, so that it is listed: `nameLaws` takes it out. */
const cited = (no: string): Inline => ({ t: "mark", text: no, dark: false });

/** G and C are white on black, so that weak law stands out on paper. */
function boxed(mark: string): Inline {
  return { t: "mark", text: mark, dark: mark === "G" || mark === "C" };
}

/** Marks with their qualifiers, for the table of sources: `V model`. */
export function notedMarks(law: Pick<PacketLaw, "marks">): Inline[] {
  return law.marks.flatMap(({ mark, note }): Inline[] => [boxed(mark), ...(note ? [` ${note} `] : [])]);
}

/** Codes do not break across lines; a long sentence may. */
function noBreak(text: string): string {
  return text.length <= 24 ? text.replaceAll(" ", "\u00A0") : text;
}

export function labelled(label: string, value: Rich): { cells: readonly Rich[] } {
  return { cells: [[strong(label)], value] };
}
