import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { accountExhibits } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { findAccount } from "../access";
import { LinkAccountExhibit } from "../input";

/** Undoes the link between an exhibit and an account. The log keeps it. @throws AppError not_found */
export const unlinkAccountExhibit = command({
  needs: "case.write",
  input: LinkAccountExhibit,
  async run(ctx, { caseId, accountId, exhibitId }) {
    const row = await lockCase(ctx, caseId);
    const account = await findAccount(ctx, row.id, accountId);
    const [gone] = await ctx.db
      .delete(accountExhibits)
      .where(
        and(
          eq(accountExhibits.orgId, ctx.orgId),
          eq(accountExhibits.accountId, account.id),
          eq(accountExhibits.exhibitId, exhibitId),
        ),
      )
      .returning({ id: accountExhibits.id });
    if (!gone) throw new AppError("not_found", t("This exhibit is not linked to the account."));
    await touchCase(ctx, row.id);
    return {
      value: { id: account.id },
      audit: { action: "account.exhibit_untied", subjectId: account.id, caseId: row.id, detail: { exhibitId } },
    };
  },
});
