import "server-only";
import { problemSentences } from "@/lib/evidence/labels";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import type { PageImage, Rendering, SandboxFile } from "@/lib/platform/sandbox/types";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { attachLimit, type PreparedExhibit, type PreparedPage } from "./snapshot";
import { findLeakedFields, type Secret } from "./taking/leaks";
import type { ExhibitFile } from "./taking/take-snapshot";

/** More pages than this are not printed; the original then travels as an attachment. */
const maxPages = 60;
const dpi = 150;

/**
 * Prepares one exhibit for print in the sandbox: a picture's own bytes, a PDF's pages as pictures, else a cover that
 * says why. What is not printed whole travels as an attachment, unless it holds a protected value or is too large.
 */
export async function prepareExhibit(
  files: SealedFiles,
  file: ExhibitFile,
  secrets: readonly Secret[],
): Promise<PreparedExhibit> {
  const open = async () => (await files.open(file.fileId ?? "")).stream;
  const drawn: PreparedPage[] = [];
  const onPage = async (page: PageImage) => void drawn.push(shown(page));
  const source: SandboxFile = { size: file.size, open };
  const { rendering } = await sandbox.renderPages(source, { maxPages, dpi, onPage });
  if (rendering.kind === "original") {
    const bytes = await bytesOf(open);
    return { label: file.code, pages: [{ kind: rendering.format, bytes, ...sizeOf(rendering) }] };
  }
  const rest = notPrinted(rendering);
  if (rest === null) return { label: file.code, pages: drawn };
  const held = file.size > 0 && file.size <= attachLimit ? await bytesOf(open) : null;
  if (held && holdsProtected(held, rendering, secrets)) return { label: file.code, pages: [...drawn, withheld] };
  const pages = [...drawn, { kind: "not_shown" as const, reason: rest }];
  if (!held) return { label: file.code, pages };
  return { label: file.code, pages, original: { name: file.name, bytes: held, mimeType: file.mime } };
}

const withheld: PreparedPage = {
  kind: "not_shown",
  reason: "The file holds details of the client, so neither its text nor the file is in the served part.",
};

const shown = ({ format, bytes, width, height }: PageImage): PreparedPage => ({ kind: format, bytes, width, height });
const sizeOf = ({ width, height }: { width: number; height: number }) => ({ width, height });

/** Why something of the file is not on paper; null when all of it is. */
function notPrinted(rendering: Exclude<Rendering, { kind: "original" }>): string | null {
  if (rendering.kind === "not_shown") return problemSentences[rendering.reason];
  if (rendering.kind === "text") return "The file is text. It is not printed here and travels as an attachment.";
  if (rendering.problem) return problemSentences[rendering.problem];
  const { shownPages, totalPages } = rendering;
  return shownPages < totalPages ? `Pages ${shownPages + 1} to ${totalPages} are not printed.` : null;
}

/** Looks in what was read as text and in the raw bytes. A value inside a compressed or encrypted part is not seen. */
function holdsProtected(bytes: Uint8Array, rendering: Rendering, secrets: readonly Secret[]): boolean {
  const read = rendering.kind === "text" ? [rendering.headers, rendering.lines, rendering.attachments] : [];
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return findLeakedFields([read, raw.toString("utf8")], secrets).length > 0;
}

async function bytesOf(open: SandboxFile["open"]): Promise<Uint8Array> {
  return new Uint8Array(await new Response(await open()).arrayBuffer());
}
