import "server-only";
import { newFiles, orDrop } from "@/lib/kernel/access/case-files";
import { requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { cleanForm } from "@/lib/platform/sandbox/clean-form";
import { addForm } from "./commands/add-form";
import { refusalWords } from "./labels";
import { mostFormBytes, mostPages } from "./types";

type Sending = { bytes: Uint8Array; follows: string | null };

/**
 * Opens an uploaded form in a confined process, takes out what does not belong on paper, and keeps the rest, sealed
 * under a key of its own.
 * @param again loads the person again when the file is stored
 * @throws AppError invalid on `file` with the reason why it is not kept; NotConfined
 */
export async function receiveForm(
  ctx: Ctx,
  { bytes, follows }: Sending,
  again: () => Promise<Ctx | null>,
): Promise<{ id: string }> {
  requirePermission(ctx, "law.write");
  if (bytes.byteLength > mostFormBytes) refuse(t("This file is larger than 10 MB. A form is smaller."));
  const file = { size: bytes.byteLength, open: async () => new Blob([Buffer.from(bytes)]).stream() };
  const form = await cleanForm(file, mostPages);
  if ("refused" in form) return refuse(refusalWords[form.refused]);
  const { bytes: clean, ...about } = form;
  const { keyId, wrapped, files } = newFiles(ctx);
  const kept = await files.receive(new Blob([Buffer.from(clean)]).stream(), { maxBytes: clean.byteLength });
  return orDrop(files, [kept.fileId], async () => {
    const still = await again();
    if (!still) throw new AppError("unauthenticated", t("Sign in again."));
    const { fileId, size, sha256 } = kept;
    return addForm(still, { ...about, keyId, wrapped, fileId, size, sha256, sentSha256: sha256Hex(bytes), follows });
  });
}

function refuse(message: string): never {
  throw new AppError("invalid", message, { file: message });
}
