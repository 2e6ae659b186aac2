import { type FileSource, type FoundText, gpsMark, readDocument } from "@/lib/platform/pdf/read-document";
import { FoldedText } from "@/lib/platform/text/fold-text";
import { type Allowed, kindsIn, type Secret } from "./leaks";
import { type Shape, shapesOf } from "./secret-shapes";

/** `where` in words: `page 14`, `the outline`; `what` is the kind of value, never the value. */
export type FileLeak = { where: string; what: string };

type Given = { allowed?: Allowed | null; known?: readonly number[]; mostWork?: number };

/**
 * Searches a finished file for protected values in every spelling. A family name alone counts on a page only if the
 * page is ours and no office of the packet has that name; it always counts in pictures and attachments.
 * @param allowed what the snapshot permits on our own pages (`allowedOn`); null for a file made by somebody else
 * @param known, mostWork see `readDocument`
 * @throws Error if a part of the file cannot be read
 */
export async function leaksInFile(
  source: FileSource,
  secrets: readonly Secret[],
  { allowed = null, known = [], mostWork }: Given = {},
): Promise<FileLeak[]> {
  return leaksIn(readDocument(source, mostWork, new Set(known)), secrets, allowed);
}

/** The same for texts already read, each with its location. */
export async function leaksIn(
  texts: AsyncIterable<FoundText> | Iterable<FoundText>,
  secrets: readonly Secret[],
  allowed: Allowed | null = null,
): Promise<FileLeak[]> {
  const shapes = shapesOf(secrets);
  const official = allowed && new FoldedText(allowed.official);
  const written = shapes.filter((shape) => counts(shape, official));
  const found = new Map<string, FileLeak>();
  const note = (where: string, what: string) => found.set(`${where}: ${what}`, { where, what });
  for await (const text of texts) {
    const message = text.written && allowed ? withoutCodes(text.text, allowed.codes) : text.text;
    for (const what of kindsIn(message, text.written ? written : shapes)) note(text.where, what);
    if (!text.written && text.text === gpsMark) note(text.where, "position (GPS)");
  }
  return [...found.values()];
}

/** A line may end behind the hyphen of a check word. */
const codeLike = /(?<![\p{L}\p{N}])(?:[0-9A-F]{4}-\s*[0-9A-F]{4}|[0-9a-f]{12}|[0-9a-f]{8})(?![\p{L}\p{N}])/gu;

/** Exactly the hashes of the packet itself: chance makes short names of their letters. */
function withoutCodes(text: string, codes: Allowed["codes"]): string {
  return text.replaceAll(codeLike, (word) => (codes.has(word.replaceAll(/\s/g, "")) ? " " : word));
}

function counts(shape: Shape, official: FoldedText | null): boolean {
  if (shape.level === "whole") return true;
  return official === null ? shape.level === "likely" : !shape.isIn(official);
}
