import "server-only";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import { fillForm as fillFile } from "@/lib/platform/sandbox/fill-form";
import type { FormPage } from "@/lib/platform/sandbox/form-types";
import { layOut } from "./lay-out";
import type { FilledBody } from "./types";

type FormSetting = { title: string; reference: string; organisation: string; at: Date; key: string };

/** The form with what was written on it. @throws AppError conflict when it could not be made; NotConfined */
export async function drawForm(
  form: Uint8Array,
  pages: readonly FormPage[],
  body: FilledBody,
  { key, ...setting }: FormSetting,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const id = Buffer.from(sha256Hex(key), "hex").subarray(0, 16);
  const { overlay, behind } = await written(() => layOut(pages, body.entries, { ...setting, id }));
  const made = await fillFile({ form, overlay, behind, ticks: body.ticks, emptied: body.emptied });
  if (!made) throw new AppError("conflict", t("The form could not be filled. What was written is kept: try again."));
  return made;
}
