import "server-only";
import { and, eq, gt, inArray } from "drizzle-orm";
import { exposures } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { playedForMs } from "./rules";

/** Whether the ledger has it that this person asked to play the recording, not long ago. */
export async function playedLately(ctx: TxCtx, exhibitId: string): Promise<boolean> {
  const { what, at, memberId } = exposures;
  const mine = and(eq(exposures.exhibitId, exhibitId), eq(memberId, ctx.actor.memberId ?? ctx.orgId));
  const lately = and(inArray(what, ["sound", "film"]), gt(at, new Date(ctx.now.getTime() - playedForMs)));
  const found = await ctx.db
    .select({ id: exposures.id })
    .from(exposures)
    .where(and(eq(exposures.orgId, ctx.orgId), mine, lately))
    .limit(1);
  return found.length > 0;
}
