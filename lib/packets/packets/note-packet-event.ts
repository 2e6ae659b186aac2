import "server-only";
import { packetEvents } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import type { PacketEventName } from "./types";

/** Appends to the history of a packet, in the transaction of the change. `words` are encrypted under the case's key. */
export async function notePacketEvent(
  ctx: TxCtx,
  packet: { id: string; caseId: string },
  event: PacketEventName,
  words: string | null = null,
): Promise<void> {
  const id = newId();
  const place = { table: "packet_events", column: "words", row: id };
  const vault = words ? await openVault(ctx, (await findCase(ctx, packet.caseId)).keyId) : null;
  await ctx.db.insert(packetEvents).values({
    id,
    orgId: ctx.orgId,
    caseId: packet.caseId,
    packetId: packet.id,
    event,
    at: ctx.now,
    by: ctx.actor.memberId,
    words: vault?.sealMaybe(place, words) ?? null,
  });
}
