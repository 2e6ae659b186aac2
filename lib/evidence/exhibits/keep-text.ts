import "server-only";
import type { MadeFile } from "@/lib/evidence/derivatives/input";
import type { PlainText } from "@/lib/platform/sandbox/types";
import { textTool } from "@/lib/platform/sandbox/versions";
import type { SealedFiles } from "@/lib/platform/storage/storage";

const maxTextBytes = 16 * 1024 * 1024;

/** Stores the extracted text of a text or a mail before its row exists. @throws StorageError */
export async function keepText(files: SealedFiles, text: PlainText): Promise<MadeFile> {
  const bytes = Buffer.from(JSON.stringify(text));
  const kept = await files.receive(once(bytes), { maxBytes: maxTextBytes });
  return { ...kept, kind: "text", page: 0, format: "json", width: null, height: null, tool: textTool() };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
