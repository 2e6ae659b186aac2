import "server-only";
import type { FileSource } from "@/lib/platform/pdf/read-document";
import { StorageError } from "@/lib/platform/storage/storage";
import { CannotBuild } from "../rules";
import type { Secret } from "../snapshot/leaks";
import { type FileLeak, leaksIn, leaksInFile } from "../snapshot/leaks-in-file";

/** Bytes that may be read and unpacked of one file: some seconds of work. */
const mostWork = 64 * 1024 * 1024;

/** The numbers of the pages printed unchanged, and whether a masked copy replaces the file. */
type Shown = { printed: ReadonlySet<number>; isMasked: boolean };

/**
 * Why the original of a PDF stays sealed, judging by its pages, its metadata and the files inside it; null if nothing
 * speaks against it. What cannot be inspected, such as an encrypted PDF, does not count as clean.
 * @param file random access to it, and what PDFium reads on each page: null if it cannot read all
 * @throws CannotBuild if a printed page, or what a reader lists of the file (title, outline, attachment names), reveals
 * where or how to reach the client: a person must mask it or leave it out, and so becomes aware of it
 */
export async function lookThroughPdf(
  file: { source: FileSource; words: () => Promise<string[] | null> },
  { printed, isMasked }: Shown,
  secrets: readonly Secret[],
): Promise<string | null> {
  const leaks = await leaksOf(file, secrets);
  if (leaks === null) return "it could not be looked through for details of the client";
  const shown = leaks.find(({ where, what }) => what !== "name" && printed.has(pageNo(where)));
  if (shown)
    throw new CannotBuild(
      `${shown.where} of the file shows the client’s ${shown.what}. Mask it there, or leave the exhibit out.`,
    );
  const listed = leaks.find(({ where, what }) => what !== "name" && what !== position && listedBySelf.test(where));
  if (listed && !isMasked)
    throw new CannotBuild(
      `${listed.where} in the file contains the client’s ${listed.what}. Mask a part of it, or leave the exhibit out.`,
    );
  if (leaks.length === 0) return null;
  return leaks.every(({ what }) => what === position)
    ? "it tells where it was taken"
    : "it holds details of the client";
}

const position = "position (GPS)";
const listedBySelf =
  /^(the document’s information|the metadata \(XMP\)|the outline|the (name|description) of an attachment)/;
const pageNo = (where: string) => Number(/^page (\d+)$/.exec(where)?.[1]);

type File = Parameters<typeof lookThroughPdf>[0];

/**
 * Two readers are used, and a find by either counts. Ours sees everything in the file besides its pages; PDFium, which
 * draws the pages, is better at fonts without character maps.
 */
async function leaksOf({ source, words }: File, secrets: readonly Secret[]): Promise<FileLeak[] | null> {
  try {
    const ours = await leaksInFile(source, secrets, { mostWork });
    const pages = await words();
    if (pages === null) return null;
    const texts = pages.map((text, i) => ({ where: `page ${i + 1}`, text, written: true }));
    const theirs = await leaksIn(texts, secrets);
    const isNew = (leak: FileLeak) => !ours.some(({ where, what }) => where === leak.where && what === leak.what);
    return [...ours, ...theirs.filter(isNew)];
  } catch (error) {
    if (error instanceof StorageError) throw error;
    return null;
  }
}
