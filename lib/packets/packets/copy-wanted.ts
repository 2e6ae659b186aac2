import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findReplacing, type Packet, type WantedCopy } from "./access";
import { partNames, supersededName } from "./parts/names";
import { wasApproved } from "./rules";
import { stampedCopies } from "./types";

/** Which copy shows the current status of a version; null while it counts, and for one that was never approved. */
export async function copyWanted(ctx: TxCtx, packet: Packet): Promise<WantedCopy | null> {
  if (!wasApproved(packet)) return null;
  if (packet.withdrawnAt)
    return { part: stampedCopies.withdrawn, name: partNames(packet).withdrawn_copy, replacedBy: null };
  const replacedBy = await findReplacing(ctx, packet);
  if (!replacedBy) return null;
  return { part: stampedCopies.superseded, name: supersededName(packet, replacedBy.version), replacedBy };
}
