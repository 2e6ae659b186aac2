import "server-only";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { keepFilledFile } from "./commands/keep-filled-file";
import { drawForm } from "./draw-form";
import { readFilling } from "./queries";

/**
 * Makes the file of a filled form from what was written, and keeps it with its hash under the key of the case.
 * @throws AppError conflict when it has a file, or could not be made; NotConfined
 */
export async function makeFile(ctx: Ctx, filledId: string): Promise<{ id: string }> {
  const { body, caseKeyId, formKeyId, formFileId, pages, setting } = await readFilling(ctx, filledId);
  const form = await (await openFiles(ctx, formKeyId)).bytes(formFileId);
  const made = await drawForm(form, pages, body, setting);
  const files = await openFiles(ctx, caseKeyId);
  const kept = await files.receive(new Blob([Buffer.from(made.bytes)]).stream(), { maxBytes: made.bytes.byteLength });
  return orDrop(files, [kept.fileId], () => {
    const { fileId, size, sha256 } = kept;
    return keepFilledFile(ctx, { filledId, fileId, size, sha256, pages: made.pages });
  });
}
