import "server-only";
import { and, eq } from "drizzle-orm";
import { clientPages, clientPapers } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";

/** A paper with the key of its page; from a client's context, one of hers. @throws AppError not_found */
export async function findOwnPaper(ctx: TxCtx, paperId: string) {
  if (isId(paperId)) {
    const [row] = await ctx.db
      .select({ paper: clientPapers, keyId: clientPages.keyId })
      .from(clientPapers)
      .innerJoin(
        clientPages,
        and(eq(clientPages.orgId, clientPapers.orgId), eq(clientPages.caseId, clientPapers.caseId)),
      )
      .where(and(eq(clientPapers.orgId, ctx.orgId), eq(clientPapers.id, paperId)))
      .limit(1);
    if (row) return { ...row.paper, keyId: row.keyId };
  }
  throw new AppError("not_found", t("No such paper."));
}

/** The same for staff who see the case. @throws AppError not_found */
export async function findOfferedPaper(ctx: TxCtx, paperId: string) {
  const row = await findOwnPaper(ctx, paperId);
  await findCase(ctx, row.caseId);
  return row;
}
