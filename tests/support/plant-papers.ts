import { eq } from "drizzle-orm";
import { packets } from "@/db/schema";
import { noteEvent } from "@/lib/handover/handovers/note-event";
import { listPapers } from "@/lib/handover/papers/queries";
import { signPaper } from "@/lib/handover/papers/sign-paper";
import { withTransaction } from "@/lib/kernel/access/ctx";
import type { Org, Person } from "./org";
import { type PlantedHandover, plantHandover } from "./plant-handover";
import { plantPart } from "./plant-part";

type Parties = { org: Org; worker: Person; officer: Person };

/** Gives a planted version a list of files, and its handover the first line of a ledger. */
export async function plantLedger({ org }: Pick<Parties, "org">, planted: PlantedHandover): Promise<void> {
  const { packetId, handoverId: id, caseId } = planted;
  await plantPart(org, packetId, "manifest", `{"packet":"${packetId}"}`);
  const built = { fileSha256: "a".repeat(64), fileSize: 1200, pages: 12 };
  await withTransaction(org.service(), "read write", async (ctx) => {
    await ctx.db
      .update(packets)
      .set({ ...built, builtAt: ctx.now })
      .where(eq(packets.id, packetId));
    await noteEvent(ctx, { id, caseId }, "delivered");
  });
}

/** A planted handover with its signed certificate. */
export async function plantCertificate(parties: Parties): Promise<PlantedHandover & { paperId: string }> {
  const planted = await plantHandover(parties);
  await plantLedger(parties, planted);
  const { packetId, handoverId } = planted;
  await signPaper(parties.org.service(), { packetId, handoverId, paper: "certificate" });
  const [paper] = await listPapers(parties.worker.ctx, packetId);
  return { ...planted, paperId: paper?.id ?? "" };
}
