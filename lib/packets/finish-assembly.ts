import "server-only";
import { and, eq } from "drizzle-orm";
import { packets } from "@/db/schema";
import { command } from "@/lib/access/command";
import type { Scoped } from "@/lib/access/ctx";
import { openVault } from "@/lib/access/vault";
import { findCase, touchCase } from "@/lib/cases/scope";
import { AppError } from "@/lib/platform/errors";
import { FinishAssembly } from "./input";
import { noteExhibits } from "./note-exhibits";
import { checklistFor } from "./preflight";
import { viewOf } from "./rules";
import { lockPacket } from "./scope";
import type { PacketSnapshot } from "./snapshot";

/**
 * The last step of building: what was built is kept with the packet, and each exhibit's ledger says that it went in.
 * @throws AppError conflict when another run finished first, or the packet was withdrawn meanwhile
 */
export const finishAssembly = command({
  needs: "job.run",
  input: FinishAssembly,
  async run(ctx, { packetId, snapshot, fileId, fileKeyId, fileSha256, fileSize, pages }) {
    const packet = await lockPacket(ctx, packetId);
    if (packet.status !== "building") throw new AppError("conflict", "The packet is built already.");
    const found = await findCase(ctx, packet.caseId);
    const vault = await openVault(ctx, found.keyId);
    const approved = packet.decidedBy !== null;
    await ctx.db
      .update(packets)
      .set({
        status: approved ? "approved" : "ready",
        snapshot: vault.seal({ table: "packets", column: "snapshot", row: packetId }, JSON.stringify(snapshot)),
        preflight: viewOf(snapshot.preflight?.results ?? [], checklistFor(snapshot)),
        buildStage: "done",
        buildDone: 0,
        buildTotal: 0,
        buildError: null,
        builtAt: ctx.now,
        fileId,
        fileKeyId,
        fileSha256,
        fileSize,
        pages,
      })
      .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)));
    await noteExports(ctx, packet, snapshot);
    await touchCase(ctx, packet.caseId);
    return {
      value: { id: packetId },
      audit: {
        action: "packet.assembled",
        subjectId: packetId,
        caseId: packet.caseId,
        detail: { sha256: fileSha256, pages },
      },
    };
  },
});

/** That it went in is in the ledger of each exhibit. */
function noteExports(
  ctx: Scoped,
  packet: { caseId: string; code: string; version: number; draftedBy: string; decidedBy: string | null },
  snapshot: PacketSnapshot,
): Promise<void> {
  const { caseId, code, version, draftedBy, decidedBy } = packet;
  const purpose = `Put in packet ${code}, version ${version}, ${decidedBy ? "approved" : "for approval"}`;
  const codes = snapshot.exhibits.map((exhibit) => exhibit.code);
  return noteExhibits(ctx, { caseId, codes }, { action: "exported", by: draftedBy, purpose });
}
