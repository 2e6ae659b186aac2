import "server-only";
import { handoverEvents } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import type { HandoverEventName } from "./types";

/** Appends to the log of a handover, in the transaction of the change. Returns the id of the line. */
export async function noteEvent(
  ctx: TxCtx,
  handover: { id: string; caseId: string },
  event: HandoverEventName,
  note: string | null = null,
): Promise<string> {
  const id = newId();
  await ctx.db.insert(handoverEvents).values({
    id,
    orgId: ctx.orgId,
    caseId: handover.caseId,
    handoverId: handover.id,
    event,
    at: ctx.now,
    by: ctx.actor.memberId,
    note,
  });
  return id;
}
