import "server-only";
import type { packets } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { isStopped } from "@/lib/casework/minors-stop/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { stoppedExhibits } from "./labels";
import { snapshotSchema } from "./snapshot/snapshot";

type Packet = Pick<typeof packets.$inferSelect, "id" | "caseId" | "snapshot">;

/**
 * While a case is stopped for images of a minor, a packet of it that carries an exhibit is not approved, handed over or
 * downloaded, and no reason overrides that. @throws AppError conflict
 */
export async function refuseStoppedExhibits(ctx: TxCtx, packet: Packet): Promise<void> {
  if (packet.snapshot === null || !(await isStopped(ctx, packet.caseId))) return;
  const vault = await openVault(ctx, (await findCase(ctx, packet.caseId)).keyId);
  const text = vault.open({ table: "packets", column: "snapshot", row: packet.id }, packet.snapshot);
  if (snapshotSchema.parse(JSON.parse(text)).exhibits.length === 0) return;
  throw new AppError("conflict", stoppedExhibits());
}
