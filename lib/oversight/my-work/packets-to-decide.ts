import "server-only";
import { and, eq, ne, or, type SQL } from "drizzle-orm";
import { packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { decidesOwn } from "@/lib/organisation/grants/access";

/** Ready, and drafted by somebody else, unless this person was given the permission to decide on their own. */
export function packetsToDecide(ctx: TxCtx): SQL | undefined {
  const ofOthers = ne(packets.draftedBy, ctx.actor.memberId ?? ctx.orgId);
  return and(eq(packets.status, "ready"), or(ofOthers, decidesOwn(ctx)));
}
