import "server-only";
import { findCase } from "@/lib/casework/cases/access";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { findPacket, type WantedCopy } from "../access";
import { copyDue } from "../copy-due";
import { holdsCovered } from "../snapshot/covered";
import { coversThenAndNow } from "../snapshot/covers-then";
import { type Frozen, readFrozen } from "../snapshot/frozen";
import { leakLines } from "../snapshot/leaks";
import type { Taken } from "../snapshot/take-snapshot";
import { iso } from "../snapshot/words";

/** What a stamped copy is made from: the version as approved, with its current status. */
export type BegunStamp = Frozen & Pick<WantedCopy, "part" | "name"> & { keyId: string; fileKeyId: string };

/**
 * Reads what the copy of a version that no longer counts is made from.
 * @returns null if there is none to make: it counts or was never approved, the copy exists, or its case is stopped
 * @throws AppError forbidden, not_found
 */
export async function beginStamp(ctx: Ctx, { packetId }: { packetId: string }): Promise<BegunStamp | null> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read only", async (scoped) => {
    const packet = await findPacket(scoped, packetId);
    const { snapshot, fileKeyId, withdrawnAt, fileSha256 } = packet;
    if (snapshot === null || fileKeyId === null) return null;
    const due = await copyDue(scoped, packet);
    if (!due) return null;
    const taken = await readFrozen(scoped, packet);
    if (taken.files.length > 0 && (await isStopped(scoped, packet.caseId))) return null;
    const { keyId } = await findCase(scoped, packet.caseId);
    const copy = { ...copyOf(taken, fileSha256), part: due.part, name: due.name, keyId, fileKeyId };
    if (due.replacedBy) return { ...copy, ...superseded(copy, due.replacedBy) };
    const vault = await openVault(scoped, keyId);
    const covers = await coversThenAndNow(scoped, vault, packet.caseId, taken.snapshot);
    const reason = packet.decisionNote ?? "";
    const message = holdsCovered(reason, covers) ? reasonKept : reason;
    return { ...copy, ...withdrawn(copy, withdrawnAt ?? scoped.now, message) };
  });
}

/** Names the hash of the served file: the copy itself is not signed. */
function copyOf(taken: Frozen, sha256: string | null): Frozen {
  const packet = { ...taken.snapshot.packet, ...(sha256 ? { copyOf: sha256 } : {}) };
  return { ...taken, snapshot: { ...taken.snapshot, packet } };
}

function superseded(taken: Taken, { version, at }: { version: number; at: Date }): Taken {
  const packet = { ...taken.snapshot.packet, superseded: { version, at: iso(at) } };
  return { ...taken, snapshot: { ...taken.snapshot, packet } };
}

/** Printed instead of a reason that mentions something the version does not contain, or that was covered since. */
const reasonKept = "The reason is kept with the case.";

/** A reason that contains a detail of the client is not printed: the copy uses codes, as the version did. */
function withdrawn(taken: Taken, at: Date, reason: string): Taken {
  const stamped = (words: string) => {
    const packet = { ...taken.snapshot.packet, withdrawn: { at: iso(at), reason: words } };
    return { ...taken.snapshot, packet };
  };
  const leaks = leakLines(stamped(reason), taken.secrets).length > leakLines(stamped(""), taken.secrets).length;
  return { ...taken, snapshot: stamped(leaks ? reasonKept : reason) };
}
