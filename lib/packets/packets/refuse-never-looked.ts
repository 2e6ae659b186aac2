import "server-only";
import type { packets } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { neverAsked } from "./labels";
import { unseenIn } from "./snapshot/looked";
import { snapshotSchema } from "./snapshot/snapshot";

type Packet = Pick<typeof packets.$inferSelect, "id" | "caseId" | "snapshot">;

/**
 * Before handover: a packet approved before picture checks were required can no longer leave. @throws AppError conflict
 */
export async function refuseNeverLooked(ctx: TxCtx, packet: Packet): Promise<void> {
  if (packet.snapshot === null) return;
  const vault = await openVault(ctx, (await findCase(ctx, packet.caseId)).keyId);
  const text = vault.open({ table: "packets", column: "snapshot", row: packet.id }, packet.snapshot);
  const snapshot = snapshotSchema.parse(JSON.parse(text));
  const isAsked = snapshot.exhibits.every(({ pictures }) => pictures !== null);
  if (!isAsked || unseenIn(snapshot).length > 0) throw new AppError("conflict", neverAsked);
}
