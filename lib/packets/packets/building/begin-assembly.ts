import "server-only";
import { and, eq } from "drizzle-orm";
import { packetParts } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { findPacket } from "../access";
import { computeFacts } from "../facts/compute-facts";
import { DraftContent } from "../input";
import { packetKinds } from "../labels";
import { kindOf } from "../rules";
import { peopleOf, takeAnnex } from "../snapshot/annex";
import { withoutEnded } from "../snapshot/annex-receivers";
import { type Frozen, readFrozen } from "../snapshot/frozen";
import { readNamedOfficers } from "../snapshot/named-officers";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { type AnnexSnapshot, annexSchema } from "../snapshot/snapshot-annex";
import { type Taken, takeSnapshot } from "../snapshot/take-snapshot";
import { iso } from "../snapshot/words";

/**
 * `frozen`: a person decided on this snapshot, so it is rebuilt unchanged. `stopped`: no file of the case may be handed
 * out now.
 */
export type Begun = Taken & {
  keyId: string;
  fileKeyId: string | null;
  annexKeyId: string | null;
  code: string;
  /** The content of the sealed annex; null for a kind that has none. */
  annex: AnnexSnapshot | null;
  frozen: boolean;
  /** What was decided on, as it was built then; null for a first build. */
  reviewed: Reviewed | null;
  stopped: boolean;
};

type Reviewed = { snapshot: PacketSnapshot; annex: AnnexSnapshot | null };

/**
 * Reads what a packet is built from, in one read-only transaction.
 * @returns null if the packet is not waiting to be built: an earlier run did the work
 * @throws AppError forbidden, not_found
 */
export async function beginAssembly(ctx: Ctx, { packetId }: { packetId: string }): Promise<Begun | null> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read only", async (scoped) => {
    const packet = await findPacket(scoped, packetId);
    if (packet.status !== "building") return null;
    const frozen = packet.decidedBy !== null && packet.snapshot !== null;
    const decided = frozen ? await readFrozen(scoped, packet) : null;
    const taken = decided ? builtNow(scoped, decided) : await takeAfresh(scoped, packet);
    const { keyId } = await findCase(scoped, packet.caseId);
    const stopped = await isStopped(scoped, packet.caseId);
    const keys = { keyId, fileKeyId: packet.fileKeyId, annexKeyId: await annexKeyOf(scoped, packet.id) };
    const before = frozen ? await annexBefore(scoped, packet) : null;
    const annex = await annexOf(scoped, packet, taken.snapshot, before);
    const reviewed = decided && { snapshot: decided.reviewed, annex: before };
    return { ...taken, ...keys, annex, code: packet.code, frozen, reviewed, stopped };
  });
}

/** Approved unchanged, and built at this moment: nothing in it may be later than the build itself. */
function builtNow({ now }: TxCtx, { reviewed: _, ...taken }: Frozen): Taken {
  const { facts } = taken.snapshot;
  const snapshot = { ...taken.snapshot, packet: { ...taken.snapshot.packet, builtAt: iso(now) } };
  return { ...taken, snapshot: { ...snapshot, facts: facts && computeFacts({ ...snapshot, facts: null }) } };
}

/**
 * After approval the annex that was reviewed is printed with the time of this build, without the officers whom no
 * release covers any more.
 */
async function annexOf(
  ctx: TxCtx,
  packet: PacketRow,
  snapshot: PacketSnapshot,
  before: AnnexSnapshot | null,
): Promise<AnnexSnapshot | null> {
  if (!packetKinds[snapshot.packet.kind].hasAnnex) return null;
  if (before === null) return takeAnnex(ctx, { caseId: packet.caseId, snapshot });
  const { keyId } = await findCase(ctx, packet.caseId);
  const named = await readNamedOfficers(ctx, packet.caseId);
  const annex = withoutEnded(before, snapshot, named);
  // Since then the served part also has the approver's code.
  const people = await peopleOf(ctx, snapshot, { caseId: packet.caseId, keyId });
  return { ...annex, people, packet: { ...annex.packet, builtAt: snapshot.packet.builtAt } };
}

async function annexBefore(ctx: TxCtx, packet: PacketRow): Promise<AnnexSnapshot | null> {
  if (packet.annexSnapshot === null) return null;
  const vault = await openVault(ctx, (await findCase(ctx, packet.caseId)).keyId);
  const text = vault.open({ table: "packets", column: "annex_snapshot", row: packet.id }, packet.annexSnapshot);
  return annexSchema.parse(JSON.parse(text));
}

/** The annex of an approved build uses the key of the annex that was reviewed. */
async function annexKeyOf(ctx: TxCtx, packetId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ keyId: packetParts.keyId })
    .from(packetParts)
    .where(and(eq(packetParts.orgId, ctx.orgId), eq(packetParts.packetId, packetId), eq(packetParts.part, "annex")));
  return row?.keyId ?? null;
}

type PacketRow = Awaited<ReturnType<typeof findPacket>>;

async function takeAfresh(ctx: TxCtx, packet: PacketRow): Promise<Taken> {
  const { keyId } = await findCase(ctx, packet.caseId);
  const vault = await openVault(ctx, keyId);
  const text = vault.open({ table: "packets", column: "draft", row: packet.id }, packet.draft);
  return takeSnapshot(ctx, { ...packet, kind: kindOf(packet.kind), draft: DraftContent.parse(JSON.parse(text)) });
}
