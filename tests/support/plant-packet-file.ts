import { packetParts } from "@/db/schema";
import { createPacketKey, openFiles } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import type { PacketPartKey } from "@/lib/packets/packets/types";
import { newId } from "@/lib/platform/ids";
import { webStreamOf } from "./files";
import type { Org } from "./org";

type Given = { packetId: string; caseId: string; part: PacketPartKey; name: string; mime: string; text: string };

/** One more file of a packet, sealed under a key of its own, as the building would keep it. */
export async function plantPacketFile(org: Org, { packetId, caseId, part, name, mime, text }: Given): Promise<void> {
  const service = org.service();
  const keyId = await withTransaction(service, "read write", (ctx) =>
    createPacketKey(ctx, part === "annex" ? "annex" : "packet"),
  );
  const files = await openFiles(service, keyId);
  const kept = await files.receive(webStreamOf(new TextEncoder().encode(text)), { maxBytes: 1_000_000 });
  await withTransaction(service, "read write", async ({ db, orgId, now }) => {
    const file = { name, mime, keyId, fileId: kept.fileId, sha256: kept.sha256, size: kept.size, madeAt: now };
    const row = { id: newId(), orgId, caseId, packetId, part, ...file };
    await db
      .insert(packetParts)
      .values(row)
      .onConflictDoUpdate({ target: [packetParts.packetId, packetParts.part], set: file });
  });
}
