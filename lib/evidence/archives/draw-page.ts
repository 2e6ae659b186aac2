import "server-only";
import { isStopped } from "@/lib/casework/minors-stop/access";
import type { MadeFile } from "@/lib/evidence/derivatives/input";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { isSavedPage } from "@/lib/evidence/exhibits/rules";
import type { OriginalView } from "@/lib/evidence/exhibits/types";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { type DrawnPage, drawSavedPage } from "@/lib/platform/sandbox/draw-saved-page";
import { readInside } from "@/lib/platform/sandbox/read-inside";
import { readPieces } from "@/lib/platform/sandbox/read-pieces";
import type { SandboxFile } from "@/lib/platform/sandbox/types";
import { drawTool } from "@/lib/platform/sandbox/versions";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { keepPicture } from "./keep-picture";
import type { NotDrawnReason } from "./types";

const pageMs = 90_000;
const maxMhtmlBytes = 64 * 1024 * 1024;
const maxPictureBytes = 64 * 1024 * 1024;

type Drawer = typeof drawSavedPage;

/**
 * The job that draws a page of a saved page or an archive, with what the file itself holds and nothing else. A retry
 * finds the picture there. Where no browser can be confined the pictures in the file are kept instead, and the page says
 * so. On a case that takes no files nothing is drawn.
 */
export async function drawPage(
  ctx: Ctx,
  { exhibitId, page }: { exhibitId: string; page: number },
  draw: Drawer = drawSavedPage,
): Promise<void> {
  const original = await readOriginal(ctx, exhibitId);
  if (!isSavedPage(original.look) || original.look?.problem) return;
  if (await withTransaction(ctx, "read only", (scoped) => isStopped(scoped, original.caseId))) return;
  const before = await listDerivatives(ctx, exhibitId);
  if (before.some((made) => made.kind === "view" && made.page === page && made.format !== "json")) return;
  const mhtml = await readPage(await openOriginal(ctx, original), page);
  const drawn = mhtml ? await draw(mhtml) : ({ problem: "not_there" } as const);
  const files = await openFiles(ctx, original.keyId);
  if ("problem" in drawn) {
    const { problem } = drawn;
    if (problem === "none" || problem === "not_confined") {
      const isKept = before.some(({ kind }) => kind === "inside");
      if (!isKept && page === 1) await keepInside(ctx, original, files);
      return;
    }
    const made = await keepReason(files, page, problem);
    await orDrop(files, [made.fileId], () => keepPicture(ctx, { exhibitId, page, made, cut: false, problem }));
    return;
  }
  const { cut } = drawn;
  const made = await keepDrawn(files, page, drawn);
  await orDrop(files, [made.fileId], () => keepPicture(ctx, { exhibitId, page, made, cut, problem: null }));
}

/** Without a browser: the pictures that the file holds, each as it is there. */
async function keepInside(ctx: Ctx, original: OriginalView, files: SealedFiles): Promise<void> {
  const pictures = await readInside(await openOriginal(ctx, original));
  for (const [index, { bytes, format, width, height }] of pictures.entries()) {
    const page = index + 1;
    const kept = await files.receive(once(bytes), { maxBytes: maxPictureBytes, expectedSize: bytes.byteLength });
    const made: MadeFile = { ...kept, kind: "inside", page, format, width, height, tool: drawTool() };
    const given = { exhibitId: original.id, page, made, cut: false, problem: null };
    await orDrop(files, [made.fileId], () => keepPicture(ctx, given));
  }
}

/** One file of the page and what belongs to it; null when there is no such page, or it is too large. */
async function readPage(file: SandboxFile, page: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const ask = { operation: "page", number: page, timeoutMs: pageMs } as const;
  const whole = await readPieces(file, ask, async (bytes) => {
    size += bytes.byteLength;
    if (size <= maxMhtmlBytes) pieces.push(bytes);
  });
  return whole && size <= maxMhtmlBytes ? Buffer.concat(pieces) : null;
}

async function keepDrawn(files: SealedFiles, page: number, { image, browser }: DrawnPage): Promise<MadeFile> {
  const { bytes, format, width, height } = image;
  const kept = await files.receive(once(bytes), { maxBytes: maxPictureBytes, expectedSize: bytes.byteLength });
  return { ...kept, kind: "view", page, format, width, height, tool: `${browser}, ${drawTool()}`.slice(0, 100) };
}

async function keepReason(files: SealedFiles, page: number, problem: NotDrawnReason): Promise<MadeFile> {
  const kept = await files.receive(once(Buffer.from(JSON.stringify({ problem }))), { maxBytes: 1000 });
  return { ...kept, kind: "view", page, format: "json", width: null, height: null, tool: drawTool() };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
