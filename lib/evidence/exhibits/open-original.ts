import { t } from "@/lib/platform/language/translate";
import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import type { SandboxFile } from "@/lib/platform/sandbox/types";
import { type ByteRange, type OpenedFile, StorageError } from "@/lib/platform/storage/storage";
import type { OriginalView } from "./types";

export type OpenOriginal = SandboxFile & { part: (range?: ByteRange) => Promise<OpenedFile> };

/** The original bytes of an exhibit, to be read as often as needed. @throws AppError not_found; StorageError not_found */
export async function openOriginal(
  ctx: Ctx | TxCtx,
  { keyId, fileId, size }: Pick<OriginalView, "keyId" | "fileId" | "size">,
): Promise<OpenOriginal> {
  const files = await openFiles(ctx, keyId);
  const part = (range?: ByteRange) => {
    if (!fileId) throw new StorageError("not_found", t("The file is not in the storage."));
    return files.open(fileId, range);
  };
  return { size, part, open: async () => (await part()).stream };
}
