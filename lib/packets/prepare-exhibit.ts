import "server-only";
import type { PrintPlan } from "@/lib/evidence/input";
import { problemSentences } from "@/lib/evidence/labels";
import { maxPrintedPages, printDpi } from "@/lib/evidence/rules";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import type { PageImage } from "@/lib/platform/sandbox/types";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { pageOfBytes } from "./assembly/page-of-bytes";
import { attachLimit, type PreparedExhibit, type PreparedPage } from "./snapshot";
import type { DerivedFile } from "./taking/derived";
import { findLeakedFields, type Secret } from "./taking/leaks";
import type { ExhibitFile } from "./taking/take-snapshot";

/** What can be printed of an exhibit: pages by number, what was read as text, and why something is not on paper. */
type Drawn = { pages: Map<number, PreparedPage>; text: unknown; rest: string | null; mime: string };

/**
 * Prepares one exhibit for print: a picture's own bytes, the pages that were drawn when it arrived (or now, in the
 * sandbox, for what an earlier release looked into), else a cover that says why. A masked copy stands instead of its
 * page, and then the original does not travel. What is not printed whole travels as an attachment, unless it holds a
 * protected value, is a picture that could tell where it was taken, or is too large.
 */
export async function prepareExhibit(
  files: SealedFiles,
  file: ExhibitFile,
  secrets: readonly Secret[],
): Promise<PreparedExhibit> {
  const { pages, text, rest, mime } = (await fromDerivatives(files, file)) ?? (await fromSandbox(files, file));
  const masks = file.made.filter((one) => one.kind === "redacted");
  for (const mask of masks) pages.set(mask.page, { ...(await pageOf(files, mask)), masked: mask.sha256 });
  const label = file.code;
  const shown = [...pages].sort(([a], [b]) => a - b).map(([, page]) => page);
  if (rest === null) return { label, pages: shown };
  const left = { kind: "not_shown" as const, reason: rest };
  if (masks.length > 0) return { label, pages: [...shown, left] };
  if (mime.startsWith("image/")) return { label, pages: [...shown, { ...left, reason: `${rest} ${staysHere}` }] };
  const held = file.size > 0 && file.size <= attachLimit ? await bytesOf(files, file.fileId) : null;
  if (held && holdsProtected(held, text, secrets)) return { label, pages: [...shown, withheld] };
  if (!held) return { label, pages: [...shown, left] };
  return {
    label,
    pages: [...shown, left],
    original: { name: file.name, size: held.length, open: () => once(held), mimeType: file.mime },
  };
}

const withheld: PreparedPage = {
  kind: "not_shown",
  reason: "The file holds details of the client, so neither its text nor the file is in the served part.",
};

/** EXIF and GPS never leave: what travels of a picture is what was drawn of it. */
const staysHere = "The picture itself may tell where and on what it was made, so it is not in the served part.";

/** Null when the exhibit has none: it was looked into by an earlier release, or not yet. */
async function fromDerivatives(files: SealedFiles, file: ExhibitFile): Promise<Drawn | null> {
  const { print, made, mime } = file;
  if (!print) return null;
  const pages = new Map<number, PreparedPage>();
  if (print.as === "original") {
    const { format } = print;
    return { pages: pages.set(1, await pictureOf(files, file, format)), ...whole, mime };
  }
  if (print.as === "nothing") return { pages, text: [], rest: problemSentences[print.reason], mime };
  if (print.as === "text") {
    const text = made.find((one) => one.kind === "text");
    return text ? { pages, text: await textOf(files, text), rest: textSaid, mime } : null;
  }
  const drawn = made.filter((one) => one.kind === "page");
  if (drawn.length === 0) return null;
  for (const one of drawn) pages.set(one.page, await pageOf(files, one));
  return withSkipped({ pages, text: [], rest: restOf(print), mime }, print.skipped);
}

async function fromSandbox(files: SealedFiles, file: ExhibitFile): Promise<Drawn> {
  const pages = new Map<number, PreparedPage>();
  const onPage = async ({ number, format, bytes, width, height }: PageImage) =>
    void pages.set(number, { kind: format, open: async () => bytes, width, height });
  const open = async () => (await files.open(file.fileId ?? "")).stream;
  const options = { maxPages: maxPrintedPages, dpi: printDpi, onPage };
  const { inspection, rendering } = await sandbox.renderPages({ size: file.size, open }, options);
  const { mime } = inspection;
  if (rendering.kind === "original") {
    const { format } = rendering;
    return { pages: pages.set(1, await pictureOf(files, file, format)), ...whole, mime };
  }
  if (rendering.kind === "text") return { pages, text: rendering, rest: textSaid, mime };
  if (rendering.kind === "not_shown") return { pages, text: [], rest: problemSentences[rendering.reason], mime };
  return withSkipped({ pages, text: [], rest: restOf(rendering), mime }, rendering.skipped);
}

const whole = { text: [], rest: null };
const textSaid = "The file is text. It is not printed here and travels as an attachment.";

function withSkipped(drawn: Drawn, skipped: readonly number[]): Drawn {
  for (const page of skipped) drawn.pages.set(page, { kind: "not_shown", reason: `Page ${page} could not be drawn.` });
  return drawn;
}

/** Why something of a file that has pages is not on paper; null when all of it is. */
function restOf({ totalPages, problem }: Pick<PrintPlan & { as: "pages" }, "totalPages" | "problem">): string | null {
  const said = [
    problem === null ? "" : problemSentences[problem],
    totalPages > maxPrintedPages ? `Pages ${maxPrintedPages + 1} to ${totalPages} are not printed.` : "",
  ];
  return said.filter(Boolean).join(" ") || null;
}

async function pageOf(files: SealedFiles, one: DerivedFile): Promise<PreparedPage & { kind: "jpeg" | "png" }> {
  if (one.format === "json") throw new Error("Text is not a page.");
  return {
    kind: one.format,
    open: () => bytesOf(files, one.fileId),
    width: one.width ?? 0,
    height: one.height ?? 0,
  };
}

/** A picture's own bytes as its page. */
async function pictureOf(files: SealedFiles, file: ExhibitFile, kind: "jpeg" | "png"): Promise<PreparedPage> {
  const open = () => bytesOf(files, file.fileId);
  return pageOfBytes(kind, await open(), open);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function textOf(files: SealedFiles, one: DerivedFile): Promise<unknown> {
  return JSON.parse(Buffer.from(await bytesOf(files, one.fileId)).toString("utf8"));
}

/** Looks in what was read as text and in the raw bytes. A value inside a compressed or encrypted part is not seen. */
function holdsProtected(bytes: Uint8Array, text: unknown, secrets: readonly Secret[]): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return findLeakedFields([text, raw.toString("utf8")], secrets).length > 0;
}

async function bytesOf(files: SealedFiles, fileId: string | null): Promise<Uint8Array> {
  const { stream } = await files.open(fileId ?? "");
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
