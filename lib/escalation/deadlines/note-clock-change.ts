import { t } from "@/lib/platform/language/translate";
import "server-only";
import { clockChanges } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";

type Change = { caseId: string; clockKey: string; on: string; reason: string } & (
  | { change: "paused" | "resumed"; until?: undefined }
  | { change: "extended"; until: string }
);

/** Appends to the history of people's changes to clocks. */
export async function noteClockChange(ctx: TxCtx, change: Change): Promise<void> {
  const { memberId } = ctx.actor;
  if (!memberId) throw new AppError("forbidden", t("A person changes a clock."));
  await ctx.db
    .insert(clockChanges)
    .values({ id: newId(), orgId: ctx.orgId, recordedBy: memberId, recordedAt: ctx.now, until: null, ...change });
}
