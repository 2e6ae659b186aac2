import "server-only";
import { z } from "zod";
import type { MadeFile } from "@/lib/evidence/derivatives/input";
import { readPdfWords } from "@/lib/platform/sandbox/read-pdf-words";
import type { SandboxFile } from "@/lib/platform/sandbox/types";
import { drawTool } from "@/lib/platform/sandbox/versions";
import type { SealedFiles } from "@/lib/platform/storage/storage";

const maxWordsBytes = 64 * 1024 * 1024;

/** The text of each page, in order. */
const PdfWords = z.array(z.string());

/**
 * Reads once what can be copied from the pages of a PDF, which each packet with it is searched for, and stores it before
 * its row exists. Null if not all of it could be read: a packet then tries again. @throws StorageError
 */
export async function keepWords(files: SealedFiles, file: SandboxFile): Promise<MadeFile | null> {
  const pages = await readPdfWords(file);
  if (pages === null) return null;
  const kept = await files.receive(once(Buffer.from(JSON.stringify(pages))), { maxBytes: maxWordsBytes });
  return { ...kept, kind: "words", page: 0, format: "json", width: null, height: null, tool: drawTool() };
}

/** What `keepWords` stored. @throws StorageError not_found | broken | away */
export async function openWords(files: SealedFiles, fileId: string): Promise<string[]> {
  const { stream } = await files.open(fileId);
  return PdfWords.parse(JSON.parse(await new Response(stream).text()));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
