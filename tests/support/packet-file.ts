import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { findPacketFile } from "@/lib/packets/packets/queries";

/** The finished PDF of a packet as a stream of plain bytes. */
export async function openPacket(ctx: Ctx, packetId: string) {
  const { keyId, fileId } = await findPacketFile(ctx, packetId);
  return (await openFiles(ctx, keyId)).open(fileId);
}

/** The id of the key that a packet's files lie under. */
export async function keyOf(ctx: Ctx, packetId: string): Promise<string> {
  return (await findPacketFile(ctx, packetId)).keyId;
}
