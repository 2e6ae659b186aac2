import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { packetParts, packets } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { lockPacket } from "../access";
import { notePacked } from "../building/note-packed";
import { holdCopies } from "../hold-copies";
import { FinishAssembly } from "../input";
import { notePacketEvent } from "../note-packet-event";
import { checklistFor } from "../preflight/preflight";
import { viewOf } from "../rules";
import type { PacketSnapshot } from "../snapshot/snapshot";
import type { KeptPart } from "../types";

/**
 * The last step of a build: stores the results with the packet, all parts or none, and each exhibit's ledger records
 * that it was packed. Versions that it replaces are handed out as stamped copies from then on.
 * @throws AppError conflict if another run finished first, or the packet was withdrawn or cancelled meanwhile
 */
export const finishAssembly = command({
  needs: "job.run",
  input: FinishAssembly,
  async run(ctx, { packetId, snapshot, annex, parts }) {
    const packet = await lockPacket(ctx, packetId);
    if (packet.status !== "building") throw new AppError("conflict", t("The packet is built already."));
    const found = await findCase(ctx, packet.caseId);
    const vault = await openVault(ctx, found.keyId);
    const served = requireServed(parts);
    await ctx.db
      .update(packets)
      .set({
        status: packet.decidedBy === null ? "ready" : "approved",
        snapshot: vault.seal({ table: "packets", column: "snapshot", row: packetId }, JSON.stringify(snapshot)),
        annexSnapshot: vault.sealMaybe({ table: "packets", column: "annex_snapshot", row: packetId }, annex),
        preflight: viewOf(snapshot.preflight?.results ?? [], checklistFor(snapshot)),
        buildStage: "done",
        buildDone: 0,
        buildTotal: 0,
        buildError: null,
        cancelAskedAt: null,
        builtAt: ctx.now,
        fileId: served.fileId,
        fileKeyId: served.keyId,
        fileSha256: served.sha256,
        fileSize: served.size,
        pages: served.pages,
      })
      .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)));
    await keepParts(ctx, packet, parts);
    if (packet.decidedBy !== null) {
      await holdCopies(ctx, packet);
      await enqueue(ctx, "handover.paper", { packetId, paper: "slip" });
    }
    await noteExports(ctx, packet, snapshot);
    await notePacketEvent(ctx, packet, "built");
    await touchCase(ctx, packet.caseId);
    return {
      value: { id: packetId },
      audit: {
        action: "packet.assembled",
        subjectId: packetId,
        caseId: packet.caseId,
        detail: { sha256: served.sha256, pages: served.pages, parts: parts.map(({ part }) => part) },
      },
    };
  },
});

function requireServed(parts: readonly KeptPart[]): KeptPart {
  const served = parts.find(({ part }) => part === "served");
  if (!served) throw new Error("The served part is missing.");
  return served;
}

/** The parts of this build replace those of the build before approval. */
async function keepParts(
  ctx: TxCtx,
  packet: { id: string; caseId: string },
  parts: readonly KeptPart[],
): Promise<void> {
  const place = { orgId: ctx.orgId, caseId: packet.caseId, packetId: packet.id, madeAt: ctx.now };
  await ctx.db.delete(packetParts).where(and(eq(packetParts.orgId, ctx.orgId), eq(packetParts.packetId, packet.id)));
  await ctx.db.insert(packetParts).values(parts.map((part) => ({ ...place, ...part, id: newId() })));
}

/** That it was read again and went in is in the ledger of each exhibit. */
function noteExports(
  ctx: TxCtx,
  packet: { caseId: string; code: string; version: number; draftedBy: string; decidedBy: string | null },
  snapshot: PacketSnapshot,
): Promise<void> {
  const { caseId, code, version, draftedBy, decidedBy } = packet;
  const purpose = `Put in packet ${code}, version ${version}, ${decidedBy ? "approved" : "for approval"}`;
  return notePacked(ctx, caseId, { exhibits: snapshot.exhibits, by: draftedBy, purpose });
}
