import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { derivatives } from "@/db/schema";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { PrintPlan } from "@/lib/evidence/exhibits/input";
import { query } from "@/lib/kernel/access/query";
import { unreadOf } from "./rules";

/** The pictures of an exhibit that nobody read yet; none while its case takes no files. @throws AppError not_found */
export const listUnread = query("case.read", async (ctx, exhibitId: string) => {
  const { id, caseId, keyId, fileId, size, sha256, look } = await findExhibit(ctx, exhibitId);
  const plan = PrintPlan.safeParse(look.print).data;
  const as = plan?.as === "original" || plan?.as === "pages" ? plan.as : null;
  const stopped = await isStopped(ctx, caseId);
  const unread = stopped ? [] : unreadOf({ fileId, size, as }, await listDerivatives(ctx, id));
  return { keyId, fileId, size, sha256, unread };
});

/** Where what was read in the pages of an exhibit is stored, by page. @throws AppError not_found */
export const listReadPages = query("case.read", async (ctx, exhibitId: string) => {
  const { id, keyId } = await findExhibit(ctx, exhibitId);
  const { page, fileId, madeAt } = derivatives;
  const pages = await ctx.db
    .select({ page, fileId, madeAt })
    .from(derivatives)
    .where(and(eq(derivatives.exhibitId, id), eq(derivatives.kind, "ocr"), eq(derivatives.version, 0)))
    .orderBy(asc(page));
  return { keyId, pages };
});
