import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { accountExhibits, exhibits } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { findAccount } from "../access";
import { LinkAccountExhibit } from "../input";

/**
 * Records that an exhibit shows whose an account is. @throws AppError conflict on `exhibitId` if they are already
 * linked
 */
export const linkAccountExhibit = command({
  needs: "case.write",
  input: LinkAccountExhibit,
  async run(ctx, { caseId, accountId, exhibitId }) {
    const row = await lockCase(ctx, caseId);
    const account = await findAccount(ctx, row.id, accountId);
    const [exhibit] = await ctx.db
      .select({ id: exhibits.id })
      .from(exhibits)
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, row.id), eq(exhibits.id, exhibitId)));
    if (!exhibit) throw new AppError("not_found", t("No such exhibit."));
    const [linked] = await ctx.db
      .insert(accountExhibits)
      .values({ id: newId(), orgId: ctx.orgId, caseId: row.id, accountId: account.id, exhibitId })
      .onConflictDoNothing()
      .returning({ id: accountExhibits.id });
    const message = t("This exhibit is already linked to the account.");
    if (!linked) throw new AppError("conflict", message, { exhibitId: message });
    await touchCase(ctx, row.id);
    return {
      value: { id: account.id },
      audit: { action: "account.exhibit_tied", subjectId: account.id, caseId: row.id, detail: { exhibitId } },
    };
  },
});
