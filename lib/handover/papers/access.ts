import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { handoverEvents, handoverPapers, handovers, packetParts } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/** A handover of this organisation that this person may see. @throws AppError not_found */
export async function findHandover(ctx: TxCtx, handoverId: string): Promise<typeof handovers.$inferSelect> {
  if (isId(handoverId)) {
    const [row] = await ctx.db
      .select()
      .from(handovers)
      .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.id, handoverId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such handover."));
}

/** The ledger of one handover, the oldest line first. */
export async function readLedger(ctx: TxCtx, handoverId: string) {
  return ctx.db
    .select()
    .from(handoverEvents)
    .where(and(eq(handoverEvents.orgId, ctx.orgId), eq(handoverEvents.handoverId, handoverId)))
    .orderBy(asc(handoverEvents.at), asc(handoverEvents.id));
}

/** A signed paper that this person may see. @throws AppError not_found */
export async function findPaper(ctx: TxCtx, paperId: string): Promise<typeof handoverPapers.$inferSelect> {
  if (isId(paperId)) {
    const [row] = await ctx.db
      .select()
      .from(handoverPapers)
      .where(and(eq(handoverPapers.orgId, ctx.orgId), eq(handoverPapers.id, paperId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such paper."));
}

/** SHA-256 of the list of files of a version; null for one that was planted or built without it. */
export async function manifestOf(ctx: TxCtx, packetId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ sha256: packetParts.sha256 })
    .from(packetParts)
    .where(and(eq(packetParts.orgId, ctx.orgId), eq(packetParts.packetId, packetId), eq(packetParts.part, "manifest")));
  return row?.sha256 ?? null;
}

/** Where the PDF of a paper and its signature are encrypted. */
export const paperPlace = (column: "pdf" | "p7s", row: string) => ({ table: "handover_papers", column, row });
