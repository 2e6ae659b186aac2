import { t } from "@/lib/platform/language/translate";
import "server-only";
import { isStopped } from "@/lib/casework/minors-stop/access";
import type { ExhibitLook } from "@/lib/evidence/exhibits/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { hasPage } from "./rules";

/** While a case is stopped for an image of a minor, no picture of it is shown, drawn or handed out. @throws AppError conflict */
export async function requireNoStop(ctx: TxCtx, caseId: string): Promise<void> {
  if (await isStopped(ctx, caseId)) throw new AppError("conflict", t("No picture of this case is shown."));
}

/** @throws AppError invalid on `page` for a page that the sandbox did not count */
export function requirePage(look: ExhibitLook | null, page: number): void {
  if (hasPage(look, page)) return;
  const message = t("This file has no such page.");
  throw new AppError("invalid", message, { page: message });
}
