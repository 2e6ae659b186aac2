import "server-only";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import { fillForm as fillFile } from "@/lib/platform/sandbox/fill-form";
import type { FormPage } from "@/lib/platform/sandbox/form-types";
import { keepFilledFile } from "./commands/keep-filled-file";
import { readFilling } from "./queries";
import type { FilledBody } from "./types";

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

export type FormSetting = { title: string; reference: string; organisation: string; at: Date; key: string };

/** The form with what was written on it. @throws AppError conflict when it could not be made; NotConfined */
export async function drawForm(
  form: Uint8Array,
  pages: readonly FormPage[],
  body: FilledBody,
  { key, ...setting }: FormSetting,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const { layOut } = await import("./lay-out");
  const id = Buffer.from(sha256Hex(key), "hex").subarray(0, 16);
  const { overlay, behind } = await written(() => layOut(pages, body.entries, { ...setting, id }));
  const made = await fillFile({ form, overlay, behind, ticks: body.ticks, emptied: body.emptied });
  if (!made) throw new AppError("conflict", t("The form could not be filled. What was written is kept: try again."));
  return made;
}
