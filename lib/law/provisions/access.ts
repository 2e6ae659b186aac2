import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";

/** One administrator at a time: the organisation's row is held until the change is written. */
export async function lockLaw(ctx: TxCtx): Promise<string> {
  const by = ctx.actor.memberId;
  if (!by) throw new AppError("forbidden", t("A person changes the law."));
  await ctx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId))
    .for("update");
  return by;
}

/** @throws AppError invalid when the day has not come yet on the office's wall */
export function refuseFutureCheck(ctx: TxCtx, checkedOn: CivilDate): void {
  const zone = newestPlaybooks()[0]?.home.zone ?? "UTC";
  if (checkedOn <= civilDate(ctx.now, zone)) return;
  const message = t("This day is in the future.");
  throw new AppError("invalid", message, { checkedOn: message });
}
