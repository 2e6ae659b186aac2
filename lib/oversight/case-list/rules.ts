import type { CaseFilters, CaseSort, SortDirection } from "./types";

/** The end of a page: section of the order, value in it, id, and the number of rows before. */
export type Mark = { part: number; value: string | null; id: string; place: number };

/** Nothing is counted past this, so that a large list costs no more than a small one. */
export const countCap = 1000;

/** Writes a mark as one word for an address. */
export function writeMark(sort: CaseSort | string, dir: SortDirection, mark: Mark): string {
  const text = JSON.stringify([sort, dir, mark.part, mark.value, mark.id, mark.place]);
  return Buffer.from(text, "utf8").toString("base64url");
}

/** Reads a mark; undefined when it is no mark, or one of another order. */
export function readMark(text: string, sort: CaseSort | string, dir: SortDirection): Mark | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (!Array.isArray(read) || read.length !== 6 || read[0] !== sort || read[1] !== dir) return undefined;
    const [, , part, value, id, place] = read;
    if (!Number.isInteger(part) || !Number.isInteger(place) || place < 0 || typeof id !== "string") return undefined;
    if (value !== null && typeof value !== "string") return undefined;
    return { part, value, id, place };
  } catch {
    return undefined;
  }
}

/** A page that was read forwards or, when going back, backwards with one row too many at its far end. */
export function cutPage<Row>(read: readonly Row[], size: number, back: boolean) {
  const more = read.length > size;
  const rows = read.slice(0, size);
  return { rows: back ? rows.toReversed() : rows, more };
}

/** A code such as CD-26-0142 has no space, and a hyphen soon: what cannot be the beginning of one is that of a name. */
export function isOnlyName(typed: string): boolean {
  const beginning = typed.trim();
  return (
    /\s/.test(beginning) || (beginning.length > longestPrefix && !beginning.slice(0, longestPrefix + 1).includes("-"))
  );
}

const longestPrefix = 8;

/** Filters that few cases may fit, of which the order of a list says nothing: whether it is few is asked before the list. */
export function mayFitFew({ owner, kind, flagged, step, own }: CaseFilters): boolean {
  return Boolean(owner?.length || kind?.length || flagged || step?.length || own?.length);
}
