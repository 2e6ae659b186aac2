import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import { openKeptWords } from "./open-kept-words";
import { listReadPages } from "./queries";
import { readPageOf } from "./rules";
import type { ReadPage } from "./types";

/** What a machine read in each page, in order. @throws AppError not_found; StorageError */
export async function readPages(ctx: Ctx | TxCtx, exhibitId: string): Promise<ReadPage[]> {
  const { keyId, pages } = await listReadPages(ctx, exhibitId);
  if (pages.length === 0) return [];
  const files = await openFiles(ctx, keyId);
  const read: ReadPage[] = [];
  for (const { page, fileId } of pages) read.push(readPageOf(page, await openKeptWords(files, fileId)));
  return read;
}
