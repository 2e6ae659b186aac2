import "server-only";
import type { MadeFile } from "@/lib/evidence/derivatives/input";
import { readPdfWords } from "@/lib/platform/sandbox/read-pdf-words";
import type { SandboxFile } from "@/lib/platform/sandbox/types";
import { drawTool } from "@/lib/platform/sandbox/versions";
import type { SealedFiles } from "@/lib/platform/storage/storage";

const maxWordsBytes = 64 * 1024 * 1024;

/**
 * Reads once what can be copied from the pages of a PDF, which each packet with it is searched for, and stores it before
 * its row exists. Null if not all of it could be read: a packet then tries again. @throws StorageError
 */
export async function keepPdfWords(files: SealedFiles, file: SandboxFile): Promise<MadeFile | null> {
  const pages = await readPdfWords(file);
  if (pages === null) return null;
  const kept = await files.receive(once(Buffer.from(JSON.stringify(pages))), { maxBytes: maxWordsBytes });
  return { ...kept, kind: "words", page: 0, format: "json", width: null, height: null, tool: drawTool() };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
