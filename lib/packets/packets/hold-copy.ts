import "server-only";
import { packetParts, type packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { newId } from "@/lib/platform/ids";
import { copyDue } from "./copy-due";

type Packet = typeof packets.$inferSelect;

/**
 * Creates the placeholder for the copy of a version that no longer counts, with the served file in it as a sign that
 * the copy is not made, and enqueues its job. From then on the unstamped file is not handed out.
 */
export async function holdCopy(ctx: TxCtx, packet: Packet): Promise<void> {
  const due = await copyDue(ctx, packet);
  const { id: packetId, fileId, fileKeyId, fileSha256, fileSize, pages, caseId } = packet;
  if (!due || !fileId || !fileKeyId || !fileSha256 || fileSize === null) return;
  const { part, name } = due;
  const file = { fileId, keyId: fileKeyId, sha256: fileSha256, size: fileSize, pages };
  const place = { name, mime: "application/pdf", ...file, madeAt: ctx.now };
  await ctx.db
    .insert(packetParts)
    .values({ ...place, id: newId(), orgId: ctx.orgId, caseId, packetId, part })
    .onConflictDoUpdate({ target: [packetParts.packetId, packetParts.part], set: place });
  await enqueue(ctx, "packet.stamp", { packetId });
}
