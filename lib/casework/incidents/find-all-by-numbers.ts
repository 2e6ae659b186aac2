import { t } from "@/lib/platform/language/translate";
import "server-only";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { findByNumbers } from "./find-by-numbers";
import type { Numbered } from "./rules";

export type ByNumber = { field: string; kind: Numbered; text: string };

/**
 * The ids of what several form fields name by number, in one query, by field. @throws AppError invalid at each field
 * that names something else
 */
export async function findAllByNumbers(
  ctx: Ctx | TxCtx,
  caseId: string,
  typed: readonly ByNumber[],
): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  const wrong: Record<string, string> = {};
  for (const { field, kind, text } of typed) {
    try {
      ids.set(field, await findByNumbers(ctx, caseId, kind, text));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "invalid") throw error;
      wrong[field] = error.message;
    }
  }
  if (Object.keys(wrong).length > 0) throw new AppError("invalid", t("Some numbers need another look."), wrong);
  return ids;
}
