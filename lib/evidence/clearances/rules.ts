import type { PrintPlan } from "@/lib/evidence/exhibits/input";
import { maxPrintedPages } from "@/lib/evidence/exhibits/rules";
import { t } from "@/lib/platform/language/translate";
import type { Picture } from "./types";

/** Pictures on one page of the form. */
export const picturesAtOnce = 10;

export const pictureKey = ({ exhibitId, page, sha256 }: Picture): string => `${exhibitId} ${page} ${sha256}`;

type Named = { exhibit: string; page: number };

/** `E-02, page 3`, or `E-02, the file itself`. */
export function pictureWords({ exhibit, page }: Named): string {
  return page === 0 ? t("{exhibit}, the file itself", { exhibit }) : t("{exhibit}, page {page}", { exhibit, page });
}

/** Pictures in a sentence, with page ranges: `E-01, page 1; E-02, pages 1 to 3`. */
export function describePictures(pictures: readonly Named[]): string {
  const codes = [...new Set(pictures.map(({ exhibit }) => exhibit))];
  const pagesOf = (code: string) => pictures.filter((picture) => picture.exhibit === code).map(({ page }) => page);
  return codes.map((code) => describePages(code, pagesOf(code))).join("; ");
}

function describePages(code: string, pages: readonly number[]): string {
  const [first = 0] = pages;
  if (pages.length === 1) return pictureWords({ exhibit: code, page: first });
  const drawn = pages.filter((page) => page > 0).toSorted((a, b) => a - b);
  const file = pages.includes(0) ? t(" with the file itself") : "";
  return `${code}, ${drawn.length > 1 ? "pages" : "page"} ${runs(drawn).join(", ")}${file}`;
}

function runs(pages: readonly number[]): string[] {
  const made: [number, number][] = [];
  for (const page of pages) {
    const last = made.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else made.push([page, page]);
  }
  return made.map(([from, to]) => (from === to ? String(from) : t("{from} to {to}", { from, to })));
}

/** The newest masked copy of each page, by its number. */
export type Masks = ReadonlyMap<number, { id: string; sha256: string }>;

export function newestMasks(made: readonly { id: string; page: number; version: number; sha256: string }[]): Masks {
  const masks = new Map<number, { id: string; sha256: string; version: number }>();
  for (const mask of made) if ((masks.get(mask.page)?.version ?? 0) < mask.version) masks.set(mask.page, mask);
  return masks;
}

/** What currently represents a page: its newest masked copy, otherwise the original. */
function standsFor(exhibit: { sha256: string }, masks: Masks, page: number): string {
  return masks.get(page)?.sha256 ?? exhibit.sha256;
}

/** Whether a picture is still what leaves: no mask replaced it, or any page of a file that travels completely. */
export function stillStands(exhibit: { sha256: string }, masks: Masks, { page, sha256 }: Picture): boolean {
  if (page === 0 && masks.size > 0) return false;
  return standsFor(exhibit, masks, page) === sha256;
}

/** Whether an undrawn file may show something: sound has no picture, and plain text has its words. */
export function mayHoldPictures(mime: string, size: number): boolean {
  return size > 0 && mime !== "text/plain" && !mime.startsWith("audio/");
}

type Arrived = { id: string; sha256: string; size: number; mime: string; print: PrintPlan | null };

/**
 * The pictures of an exhibit that a packet would serve, as far as known from its arrival; the packet build decides.
 * Null while it is unknown how it will be printed.
 */
export function picturesOf({ id, sha256, size, mime, print }: Arrived, masks: Masks): Picture[] | null {
  if (!print && masks.size === 0) return null;
  const drawn = new Set([...(print ? pagesOf(print) : []), ...masks.keys()]);
  const pages = [...drawn].toSorted((a, b) => a - b);
  const travels = masks.size === 0 && print !== null && !isWhole(print) && mayHoldPictures(mime, size);
  return [...(travels ? [0] : []), ...pages].map((page) => ({
    exhibitId: id,
    page,
    sha256: standsFor({ sha256 }, masks, page),
  }));
}

function pagesOf(print: PrintPlan): number[] {
  if (print.as === "original") return [1];
  if (print.as !== "pages") return [];
  const all = Array.from({ length: Math.min(print.totalPages, maxPrintedPages) }, (_, i) => i + 1);
  return all.filter((page) => !print.skipped.includes(page));
}

/** All that a reader sees of the file is on paper. */
function isWhole(print: PrintPlan): boolean {
  if (print.as === "original") return true;
  return (
    print.as === "pages" && print.problem === null && print.skipped.length === 0 && print.totalPages <= maxPrintedPages
  );
}
