import { t } from "@/lib/platform/language/translate";
import "server-only";
import { newFiles, orDrop } from "@/lib/kernel/access/case-files";
import { requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import type { ByteSource } from "@/lib/platform/storage/storage";
import { startImport } from "./commands/start-import";

const maxBytes = 64 * 1024 * 1024;

type Sending = { body: ByteSource; name: string; size?: number; signal?: AbortSignal };

/**
 * Encrypts a list under its own key as it arrives, and enqueues reading it. Nothing of it is parsed here.
 * @param again loads the person again when the bytes are stored
 * @throws AppError; StorageError too_large, cut_short, disk_full, away: nothing is stored then
 */
export async function receiveList(
  ctx: Ctx,
  { body, name, size, signal }: Sending,
  again: () => Promise<Ctx | null>,
): Promise<{ id: string }> {
  requirePermission(ctx, "case.import");
  const { keyId, wrapped, files } = newFiles(ctx);
  const kept = await files.receive(body, { maxBytes, expectedSize: size, signal });
  return orDrop(files, [kept.fileId], async () => {
    const still = await again();
    if (!still) throw new AppError("unauthenticated", t("Sign in again."));
    return startImport(still, { keyId, wrapped, fileName: name || "list", ...kept });
  });
}
