import { t } from "@/lib/platform/language/translate";
import "server-only";
import { openDerivative } from "@/lib/evidence/derivatives/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { copyName } from "./rules";
import type { OpenedCopy } from "./types";

/** The bytes of a copy under the name that it leaves by. The caller wrote in the ledger that it leaves. */
export async function openCopy(ctx: Ctx, number: number, derivativeId: string): Promise<OpenedCopy> {
  const { derivative, file } = await openDerivative(ctx, derivativeId);
  const { kind, format, sha256 } = derivative;
  if ((kind !== "stripped" && kind !== "redacted") || format === "json") {
    throw new AppError("not_found", t("No such copy."));
  }
  return { ...file, sha256, name: copyName(number, { ...derivative, kind, format }) };
}
