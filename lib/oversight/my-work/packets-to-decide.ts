import "server-only";
import { and, eq, ne, type SQL } from "drizzle-orm";
import { packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { mayDecideOwn } from "@/lib/organisation/grants/access";

/** Ready, and drafted by somebody else, unless this person was given the permission to decide on their own. */
export async function packetsToDecide(ctx: TxCtx): Promise<SQL | undefined> {
  const ready = eq(packets.status, "ready");
  return (await mayDecideOwn(ctx)) ? ready : and(ready, ne(packets.draftedBy, ctx.actor.memberId ?? ctx.orgId));
}
