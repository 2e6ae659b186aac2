import { t } from "@/lib/platform/language/translate";
import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";

/** Who acts; jobs keep no views. @throws AppError forbidden */
export function personOf(ctx: TxCtx): string {
  if (!ctx.actor.memberId) throw new AppError("forbidden", t("Only a person has views."));
  return ctx.actor.memberId;
}
