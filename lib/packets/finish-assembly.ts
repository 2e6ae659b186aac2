import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { custodyEvents, exhibits, packets } from "@/db/schema";
import { command } from "@/lib/access/command";
import type { Scoped } from "@/lib/access/ctx";
import { openVault } from "@/lib/access/vault";
import { findCase, touchCase } from "@/lib/cases/scope";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { FinishAssembly } from "./input";
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
        preflight: viewOf(snapshot.preflight?.results ?? []),
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

/** The database numbers and chains the events: see app.chain_custody(). */
async function noteExports(
  ctx: Scoped,
  packet: { caseId: string; code: string; version: number; draftedBy: string; decidedBy: string | null },
  snapshot: PacketSnapshot,
): Promise<void> {
  const numbers = snapshot.exhibits.map((exhibit) => Number(exhibit.code.slice(2)));
  if (numbers.length === 0) return;
  const rows = await ctx.db
    .select({ id: exhibits.id, sha256: exhibits.sha256 })
    .from(exhibits)
    .where(and(eq(exhibits.caseId, packet.caseId), inArray(exhibits.number, numbers)))
    .orderBy(exhibits.number);
  const byTheDatabase = { seq: 0, previous: Buffer.alloc(0), hash: Buffer.alloc(0) };
  await ctx.db.insert(custodyEvents).values(
    rows.map((row) => ({
      id: newId(),
      orgId: ctx.orgId,
      caseId: packet.caseId,
      exhibitId: row.id,
      action: "exported",
      at: ctx.now,
      by: packet.draftedBy,
      purpose: `Put in packet ${packet.code}, version ${packet.version}, ${packet.decidedBy ? "approved" : "for approval"}`,
      sha256: row.sha256,
      ...byTheDatabase,
    })),
  );
}
