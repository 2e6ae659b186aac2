import "server-only";
import { and, eq } from "drizzle-orm";
import { packetParts } from "@/db/schema";
import { requirePermission } from "@/lib/access/command";
import { type Ctx, inScope, type Scoped } from "@/lib/access/ctx";
import { openVault } from "@/lib/access/vault";
import { findCase } from "@/lib/cases/scope";
import { isStopped } from "@/lib/stops/scope";
import { findPacket } from "./scope";
import { holdsCovered } from "./taking/covered";
import { coversThenAndNow } from "./taking/covers-then";
import { readFrozen } from "./taking/frozen";
import { leakLines } from "./taking/leaks";
import type { Taken } from "./taking/take-snapshot";
import { iso } from "./taking/words";

/** What a withdrawn copy is made from: the version as it was approved, with the withdrawal in it. */
export type BegunStamp = Taken & { keyId: string; fileKeyId: string };

/**
 * Reads what the copy of a withdrawn version is made from.
 * @returns null when there is none to make: it was never approved, the copy is there already, or its case is stopped
 * @throws AppError forbidden, not_found
 */
export async function beginStamp(ctx: Ctx, { packetId }: { packetId: string }): Promise<BegunStamp | null> {
  requirePermission(ctx, "job.run");
  return inScope(ctx, "read only", async (scoped) => {
    const packet = await findPacket(scoped, packetId);
    const { withdrawnAt, snapshot, fileKeyId } = packet;
    if (withdrawnAt === null || snapshot === null || fileKeyId === null) return null;
    if (await hasCopy(scoped, packetId)) return null;
    const taken = await readFrozen(scoped, packet);
    if (taken.files.length > 0 && (await isStopped(scoped, packet.caseId))) return null;
    const { keyId } = await findCase(scoped, packet.caseId);
    const vault = await openVault(scoped, keyId);
    const covers = await coversThenAndNow(scoped, vault, packet.caseId, taken.snapshot);
    const reason = packet.decisionNote ?? "";
    return { ...withdrawn(taken, withdrawnAt, holdsCovered(reason, covers) ? reasonKept : reason), keyId, fileKeyId };
  });
}

async function hasCopy(ctx: Scoped, packetId: string): Promise<boolean> {
  const copy = and(eq(packetParts.packetId, packetId), eq(packetParts.part, "withdrawn_copy"));
  const rows = await ctx.db
    .select({ id: packetParts.id })
    .from(packetParts)
    .where(and(eq(packetParts.orgId, ctx.orgId), copy));
  return rows.length > 0;
}

/** Printed in place of a reason that tells what the version does not, or what was covered since. */
const reasonKept = "The reason is kept with the case.";

/** A reason that holds a detail of the client is not printed: the copy is by codes, as the version was. */
function withdrawn(taken: Taken, at: Date, reason: string): Taken {
  const stamped = (words: string) => {
    const packet = { ...taken.snapshot.packet, withdrawn: { at: iso(at), reason: words } };
    return { ...taken.snapshot, packet };
  };
  const leaks = leakLines(stamped(reason), taken.secrets).length > leakLines(stamped(""), taken.secrets).length;
  return { ...taken, snapshot: stamped(leaks ? reasonKept : reason) };
}
