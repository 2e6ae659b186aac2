import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { custodyEvents } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { wordsPurpose } from "./labels";

const anHour = 3_600_000;

/** Whether the ledger has it already that this person saw the words, or what is named, within the last hour. */
export async function notedLately(ctx: TxCtx, exhibitId: string, seen = wordsPurpose): Promise<boolean> {
  const { by, action, purpose, at } = custodyEvents;
  const mine = and(eq(custodyEvents.exhibitId, exhibitId), eq(by, ctx.actor.memberId ?? ctx.orgId));
  const lately = and(eq(purpose, seen), gt(at, new Date(ctx.now.getTime() - anHour)));
  const found = await ctx.db
    .select({ id: custodyEvents.id })
    .from(custodyEvents)
    .where(and(mine, eq(action, "viewed"), lately))
    .limit(1);
  return found.length > 0;
}
