import "server-only";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { type PictureWords, readPictureWords } from "@/lib/platform/sandbox/read-picture-words";
import type { SandboxFile } from "@/lib/platform/sandbox/types";
import { pictureTool } from "@/lib/platform/sandbox/versions";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { notePictureWords } from "./note-picture-words";
import { listUnread } from "./queries";
import { indexedOf, linesOf, readAtOnce } from "./rules";
import type { KeptWords, ToRead } from "./types";

const maxBytes = 4 * 1024 * 1024;

export type PictureReader = (file: SandboxFile) => Promise<PictureWords>;

/**
 * The job that reads the words in the pictures of an exhibit, of masked copies too, and stores what it read. A picture
 * that cannot be read is recorded as such. No transaction is open while the sandbox works, and a retry reads only what
 * is left. @returns how many pictures were read or recorded as not readable @throws NotConfined
 */
export async function readPictures(
  ctx: Ctx,
  { exhibitId }: { exhibitId: string },
  reader: PictureReader = readPictureWords,
): Promise<number> {
  let done = 0;
  for (;;) {
    const { keyId, fileId, unread } = await listUnread(ctx, exhibitId);
    const batch = unread.slice(0, readAtOnce);
    if (batch.length === 0 || !fileId) return done;
    const files = await openFiles(ctx, keyId);
    const kept = await readBatch(files, batch, reader);
    const { sha256 } = await files.digest(fileId);
    const made = kept.map(({ file }) => file);
    const record = () =>
      notePictureWords(ctx, {
        exhibitId,
        sha256,
        made,
        unread: kept.filter(({ words }) => words === null).length,
        words: indexedOf(kept.flatMap(({ words }) => words ?? [])),
      });
    const ids = made.map((file) => file.fileId);
    if (!(await unlessReadMeanwhile(orDrop(files, ids, record)))) return done;
    done += batch.length;
  }
}

/** The words that find the exhibit are those of the pages as they are: those of a masked copy are among them. */
async function readBatch(files: SealedFiles, batch: readonly ToRead[], reader: PictureReader) {
  const kept = [];
  for (const { page, version, fileId, size, boxes } of batch) {
    const read = await reader({ size, open: async () => (await files.open(fileId)).stream });
    const words: KeptWords = read.state === "read" ? { ...read, boxes } : read;
    const file = await files.receive(once(Buffer.from(JSON.stringify(words))), { maxBytes });
    const about = {
      kind: "ocr",
      page,
      version,
      format: "json",
      width: null,
      height: null,
      tool: pictureTool(),
    } as const;
    kept.push({ file: { ...file, ...about }, words: wordsToFind(words, version) });
  }
  return kept;
}

/** Null for what could not be read. */
function wordsToFind(kept: KeptWords, version: number): string[] | null {
  if (kept.state === "unread") return null;
  return version === 0 ? linesOf(kept.words) : [];
}

/** Another worker, or the building of a packet, was faster: what it read is as good. */
async function unlessReadMeanwhile(record: Promise<unknown>): Promise<boolean> {
  try {
    await record;
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return false;
    throw error;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
