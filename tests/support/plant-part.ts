import { dataKeys, packetParts } from "@/db/schema";
import { openFiles } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { wrapKey } from "@/lib/kernel/access/vault";
import { findPacket } from "@/lib/packets/packets/access";
import { newId, newToken } from "@/lib/platform/ids";
import { webStreamOf } from "./files";
import type { Org } from "./org";

type Part = (typeof packetParts.$inferInsert)["part"];

/** Puts one more file beside a packet, sealed under a key of its own as the job does it. Gives the id of its key. */
export async function plantPart(org: Org, packetId: string, part: Part, words = `The ${part}`): Promise<string> {
  return withTransaction(org.service(), "read write", async (ctx) => {
    const packet = await findPacket(ctx, packetId);
    const keyId = newId();
    const wrapped = wrapKey(newToken(), ctx.orgId, keyId);
    const purpose = part === "annex" ? "annex" : "packet";
    await ctx.db.insert(dataKeys).values({ id: keyId, orgId: ctx.orgId, purpose, wrapped, createdAt: ctx.now });
    const kept = await (await openFiles(ctx, keyId)).receive(webStreamOf(Buffer.from(words)), { maxBytes: 1e6 });
    const file = {
      mime: "application/pdf",
      fileId: kept.fileId,
      keyId,
      sha256: kept.sha256,
      size: kept.size,
      pages: 1,
    };
    const name = `${packet.code}-${part}.pdf`;
    await ctx.db
      .insert(packetParts)
      .values({ id: newId(), orgId: ctx.orgId, caseId: packet.caseId, packetId, part, name, ...file, madeAt: ctx.now })
      .onConflictDoUpdate({ target: [packetParts.packetId, packetParts.part], set: { name, ...file } });
    return keyId;
  });
}
