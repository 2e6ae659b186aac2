import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { handoverEvents, handoverPapers } from "@/db/schema";
import { findOwnHandover } from "@/lib/handover/handovers/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { findPacket } from "@/lib/packets/packets/access";
import type { PaperView } from "./types";

/** The signed papers of a version, in the order in which they were signed. @throws AppError not_found */
export const listPapers = query("case.read", async (ctx, packetId: string): Promise<PaperView[]> => {
  await findPacket(ctx, packetId);
  return papersWhere(ctx, eq(handoverPapers.packetId, packetId));
});

/** The same about one handover, for its officer. @throws AppError not_found for a packet that was given to somebody else */
export const listOwnPapers = query("handover.read", async (ctx, handoverId: string): Promise<PaperView[]> => {
  await findOwnHandover(ctx, handoverId);
  return papersWhere(ctx, eq(handoverPapers.handoverId, handoverId));
});

async function papersWhere(ctx: TxCtx, which: ReturnType<typeof eq>): Promise<PaperView[]> {
  const { id, handoverId, paper, name, sha256, throughId, signer, stamped, signedAt } = handoverPapers;
  return ctx.db
    .select({
      id,
      handoverId,
      paper,
      name,
      sha256,
      throughId,
      throughAt: handoverEvents.at,
      signer,
      stamped,
      signedAt,
    })
    .from(handoverPapers)
    .leftJoin(handoverEvents, eq(handoverEvents.id, handoverPapers.throughId))
    .where(and(eq(handoverPapers.orgId, ctx.orgId), which))
    .orderBy(asc(signedAt), asc(id));
}
