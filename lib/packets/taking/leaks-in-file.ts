import { FoldedText } from "@/lib/platform/fold-text";
import { type FileSource, type FoundText, gpsMark, readDocument } from "@/lib/platform/pdf/read-document";
import { kindsIn, type Secret } from "./leaks";
import { type Shape, shapesOf } from "./secret-shapes";

/** `where` in words for a person: `page 14`, `the outline`; `what` is the kind of value, never the value. */
export type FileLeak = { where: string; what: string };

/**
 * Looks through a finished file for protected values in every spelling. One family name alone counts on a page only
 * when `official` is given and no office of the packet has that name; it always counts in pictures and attachments.
 * @param official the texts of the snapshot that name offices (`officialText`)
 * @param mostWork see `readDocument`
 * @throws Error when a part of the file cannot be read
 */
export async function leaksInFile(
  source: FileSource,
  secrets: readonly Secret[],
  official: string | null = null,
  mostWork?: number,
): Promise<FileLeak[]> {
  return leaksIn(readDocument(source, mostWork), secrets, official);
}

/** The same of texts that were read already, each with where it stands. */
export async function leaksIn(
  texts: AsyncIterable<FoundText> | Iterable<FoundText>,
  secrets: readonly Secret[],
  official: string | null = null,
): Promise<FileLeak[]> {
  const shapes = shapesOf(secrets);
  const written = shapes.filter((shape) => counts(shape, official === null ? null : new FoldedText(official)));
  const found = new Map<string, FileLeak>();
  const note = (where: string, what: string) => found.set(`${where}: ${what}`, { where, what });
  for await (const text of texts) {
    for (const what of kindsIn(text.text, text.written ? written : shapes)) note(text.where, what);
    if (!text.written && text.text === gpsMark) note(text.where, "position (GPS)");
  }
  return [...found.values()];
}

function counts(shape: Shape, official: FoldedText | null): boolean {
  if (shape.level === "whole") return true;
  return official === null ? shape.level === "likely" : !shape.isIn(official);
}
