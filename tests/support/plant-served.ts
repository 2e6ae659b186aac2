import { eq } from "drizzle-orm";
import { packets } from "@/db/schema";
import { openFiles } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { findPacket } from "@/lib/packets/packets/access";
import { webStreamOf } from "./files";
import type { Org, Person } from "./org";
import { plantCase } from "./plant";
import { plantVersion } from "./plant-handover";
import { plantPart } from "./plant-part";

/** A case with an approved version that has a served file, a request and originals, and no release. */
export async function plantServed(org: Org, worker: Person): Promise<{ caseId: string; packetId: string }> {
  const caseId = await plantCase(worker.ctx);
  const packetId = await plantVersion({ org, worker, officer: worker }, caseId, 1);
  await plantPart(org, packetId, "request", "Draft request");
  await plantPart(org, packetId, "originals", "Originals");
  await withTransaction(org.service(), "read write", async (ctx) => {
    const { fileKeyId } = await findPacket(ctx, packetId);
    const { fileId } = await (await openFiles(ctx, fileKeyId ?? "")).receive(webStreamOf(Buffer.from("Served part")), {
      maxBytes: 1000,
    });
    await ctx.db.update(packets).set({ fileId }).where(eq(packets.id, packetId));
  });
  return { caseId, packetId };
}
