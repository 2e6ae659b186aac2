import "server-only";
import { mayHoldPictures } from "@/lib/evidence/clearances/rules";
import { problemSentences } from "@/lib/evidence/exhibits/labels";
import { maxPrintedPages, printDpi } from "@/lib/evidence/exhibits/rules";
import { NotConfined } from "@/lib/platform/sandbox/confinement";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import type { PageImage } from "@/lib/platform/sandbox/types";
import { free } from "@/lib/platform/sealing/format";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { pageOfBytes } from "../sections/exhibits/page-of-bytes";
import type { Covers } from "../snapshot/covered";
import type { DerivedFile } from "../snapshot/derived";
import type { Secret } from "../snapshot/leaks";
import { lookAt } from "../snapshot/pictures";
import type { PreparedExhibit, PreparedPage, SnapshotPicture } from "../snapshot/snapshot";
import type { ExhibitFile } from "../snapshot/take-snapshot";
import { makeTranscript } from "./make-transcript";
import { placeOriginal } from "./place-original";
import { readLegible } from "./read-legible";
import { readOriginal } from "./read-original";

/** What can be printed of an exhibit: pages by number, extracted text, and why something is not on paper. */
type Rendered = { pages: Map<number, PreparedPage>; text: unknown; rest: string | null; mime: string };

/** What must not be readable: the client's own values, and the words that people covered in exhibits of the case. */
export type Protected = { secrets: readonly Secret[]; covers: Covers };

/**
 * Prepares one exhibit for print: a picture's own bytes, the pages drawn on arrival (or now, in the sandbox, for files
 * processed by an earlier release), the text of a chat, a mail or a text file, otherwise a cover that says why. A
 * masked copy replaces its page. Nothing stays in memory: each page is opened again when it is written.
 * @returns null if the stored file is not the one that was received
 */
export async function prepareExhibit(
  files: SealedFiles,
  file: ExhibitFile,
  { secrets, covers }: Protected,
): Promise<PreparedExhibit | null> {
  const original = await readOriginal(files, file.fileId ?? "", isPrintedAsIs(file) ? "bytes" : "digest");
  try {
    return original.sha256 === file.sha256 ? await prepareRead(files, file, original.bytes, { secrets, covers }) : null;
  } finally {
    free(original.bytes);
  }
}

/** @param bytes of a picture that is printed as it is; none of any other file */
async function prepareRead(
  files: SealedFiles,
  file: ExhibitFile,
  bytes: Uint8Array,
  { secrets, covers }: Protected,
): Promise<PreparedExhibit> {
  const rendered = await renderedOf(files, file, bytes);
  const masks = file.made.filter((derivedFile) => derivedFile.kind === "redacted");
  for (const mask of masks)
    rendered.pages.set(mask.page, { ...pageOf(files, mask), masked: mask.sha256, covered: mask.covered ?? 0 });
  const shown = [...rendered.pages].sort(([a], [b]) => a - b).map(([, page]) => page);
  const isPrinted = rendered.rest === null;
  const picture = file.print?.as === "original" && !file.held ? { kind: file.print.format, bytes } : null;
  const asIs = [...rendered.pages].filter(([, page]) => page.kind !== "not_shown" && !page.masked);
  const printed = new Set(asIs.map(([number]) => number));
  const transcript = transcriptOf(file, rendered.text, secrets);
  const isCovered = coversOf(file) > 0;
  const given = {
    file,
    ...rendered,
    isMasked: masks.length > 0,
    isCovered,
    covers,
    isPrinted,
    printed,
    picture,
  };
  const placed = await placeOriginal(files, given, secrets);
  const read = await readLegible(files, file, servedPictures(file, rendered, placed.travel));
  const rest = transcript ? [] : leftOut(rendered.rest, placed.travel);
  return { label: file.code, pages: [...shown, ...rest], transcript, ...read, ...placed };
}

/** As decided on, otherwise as read now. */
function transcriptOf(file: ExhibitFile, text: unknown, secrets: readonly Secret[]): PreparedExhibit["transcript"] {
  const { words, held, made } = file;
  if ("decided" in words) return words.decided;
  if (held) return null;
  const reading = made.find((derivedFile) => derivedFile.kind === "text")?.fileId ?? null;
  return makeTranscript(words.chat, text, secrets, { covers: words.covers, reading });
}

/** A covered word is in the original, even if the printed part of it has none. */
function coversOf({ words }: ExhibitFile): number {
  return "decided" in words ? (words.decided?.covers.length ?? 0) : words.covers.length;
}

/** The pictures a reader sees: its pages, and the file itself if it travels and is not completely on paper. */
function servedPictures(
  file: ExhibitFile,
  { pages, rest, mime }: Rendered,
  travel: PreparedExhibit["travel"],
): SnapshotPicture[] {
  const seen = [...pages].flatMap(([page, preparedPage]) =>
    preparedPage.kind === "not_shown" ? [] : [{ page, sha256: preparedPage.masked ?? file.sha256 }],
  );
  const isWhole = rest === null && seen.length === pages.size;
  const leaves = travel?.how === "inside" || travel?.how === "beside";
  const travels = leaves && !isWhole && mayHoldPictures(mime, file.size);
  const all = [...(travels ? [{ page: 0, sha256: file.sha256 }] : []), ...seen].toSorted((a, b) => a.page - b.page);
  return all.map((picture) => ({ ...picture, look: lookAt(file.looks, picture) }));
}

/** States why something is not on paper, and why the file is not in the served part either. */
function leftOut(rest: string | null, travel: PreparedExhibit["travel"]): PreparedPage[] {
  if (rest === null) return [];
  const ways = {
    inside: "It is attached to this PDF.",
    beside: "The file travels beside this PDF.",
    sealed: "",
    held: `The file stays with the organisation: ${travel?.why}.`,
  };
  const why = travel?.how === "sealed" ? `The file is not in the served part: ${travel.why}.` : "";
  const active = travel?.how === "beside" && travel.why ? `It ${travel.why}.` : "";
  const reason = [rest, travel ? ways[travel.how] : "", why, active].filter(Boolean).join(" ");
  return [{ kind: "not_shown", reason }];
}

/** Of a file held back by the virus scanner only what was redrawn with a mask is printed. */
async function renderedOf(files: SealedFiles, file: ExhibitFile, bytes: Uint8Array): Promise<Rendered> {
  if (file.held) return { pages: new Map(), text: [], rest: heldRest, mime: file.mime };
  return (
    (await fromDerivatives(files, file, bytes)) ?? fromSandbox(files, file).catch((error) => unopened(file, error))
  );
}

/** Only a server that cannot confine leaves a file unopened; the page says so instead of the file. */
function unopened({ mime }: ExhibitFile, error: unknown): Rendered {
  if (!(error instanceof NotConfined)) throw error;
  return { pages: new Map(), text: [], rest: error.message, mime };
}

const heldRest = "This file is kept as it was received and is not printed.";

function isPrintedAsIs({ print }: ExhibitFile): boolean {
  return print?.as === "original";
}

/** Null if the exhibit has none: it was processed by an earlier release, or not yet. */
async function fromDerivatives(files: SealedFiles, file: ExhibitFile, bytes: Uint8Array): Promise<Rendered | null> {
  const { print, made, mime } = file;
  if (!print) return null;
  const pages = new Map<number, PreparedPage>();
  if (print.as === "original") {
    const page = pageOfBytes(print.format, bytes, () => files.bytes(file.fileId ?? ""));
    return { pages: pages.set(1, page), ...whole, mime };
  }
  if (print.as === "nothing") return { pages, text: [], rest: problemSentences[print.reason], mime };
  if (print.as === "text") {
    const text = made.find((derivedFile) => derivedFile.kind === "text");
    return text ? { pages, text: await textOf(files, text), rest: textNotPrinted, mime } : null;
  }
  const rendered = made.filter((derivedFile) => derivedFile.kind === "page");
  if (rendered.length === 0) return null;
  for (const derivedFile of rendered) pages.set(derivedFile.page, pageOf(files, derivedFile));
  return withSkipped({ pages, text: [], rest: restOf(print), mime }, print.skipped);
}

async function fromSandbox(files: SealedFiles, file: ExhibitFile): Promise<Rendered> {
  const pages = new Map<number, PreparedPage>();
  const onPage = async ({ number, format, bytes, width, height }: PageImage) =>
    void pages.set(number, { kind: format, open: async () => bytes, width, height });
  const open = async () => (await files.open(file.fileId ?? "")).stream;
  const options = { maxPages: maxPrintedPages, dpi: printDpi, onPage };
  const { inspection, rendering } = await sandbox.renderPages({ size: file.size, open }, options);
  const { mime } = inspection;
  if (rendering.kind === "original") {
    const again = () => files.bytes(file.fileId ?? "");
    return { pages: pages.set(1, pageOfBytes(rendering.format, await again(), again)), ...whole, mime };
  }
  if (rendering.kind === "text") return { pages, text: rendering, rest: textNotPrinted, mime };
  if (rendering.kind === "not_shown") return { pages, text: [], rest: problemSentences[rendering.reason], mime };
  return withSkipped({ pages, text: [], rest: restOf(rendering), mime }, rendering.skipped);
}

const whole = { text: [], rest: null };
const textNotPrinted = "The file is text and is not printed here.";

function withSkipped(rendered: Rendered, skipped: readonly number[]): Rendered {
  for (const page of skipped)
    rendered.pages.set(page, { kind: "not_shown", reason: `Page ${page} could not be drawn.` });
  return rendered;
}

/** Why something of a file that has pages is not on paper; null when all of it is. */
function restOf({ totalPages, problem }: { totalPages: number; problem: keyof typeof problemSentences | null }) {
  const messages = [
    problem === null ? "" : problemSentences[problem],
    totalPages > maxPrintedPages ? `Pages ${maxPrintedPages + 1} to ${totalPages} are not printed.` : "",
  ];
  return messages.filter(Boolean).join(" ") || null;
}

function pageOf(files: SealedFiles, derivedFile: DerivedFile): PreparedPage & { kind: "jpeg" | "png" } {
  if (derivedFile.format === "json") throw new Error("Text is not a page.");
  return {
    kind: derivedFile.format,
    open: () => files.bytes(derivedFile.fileId ?? ""),
    afresh: true,
    width: derivedFile.width ?? 0,
    height: derivedFile.height ?? 0,
  };
}

async function textOf(files: SealedFiles, derivedFile: DerivedFile): Promise<unknown> {
  return JSON.parse(Buffer.from(await files.bytes(derivedFile.fileId ?? "")).toString("utf8"));
}
