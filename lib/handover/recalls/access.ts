import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { type dispatches, type handovers, recalls } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Cover } from "@/lib/packets/release-cover/types";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

export type Copy = { handoverId: string | null; dispatchId: string | null; packetId: string; caseId: string };

/** Calls the database's release check for the holder of a copy. */
export function coverOf({ packetId, liaisonId }: Pick<typeof handovers | typeof dispatches, "packetId" | "liaisonId">) {
  return sql<Cover>`app.cover_of(${packetId}, ${liaisonId})`;
}

/** A recall of a case that this person sees. @throws AppError not_found */
export async function findRecall(ctx: TxCtx, recallId: string) {
  if (isId(recallId)) {
    const [row] = await ctx.db
      .select()
      .from(recalls)
      .where(and(eq(recalls.orgId, ctx.orgId), eq(recalls.id, recallId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such recall."));
}
