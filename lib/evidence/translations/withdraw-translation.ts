import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { translations } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { WithdrawTranslation } from "./input";

/** Takes a translation back: the next packet prints the original alone. @throws AppError not_found; conflict */
export const withdrawTranslation = command({
  needs: "case.write",
  input: WithdrawTranslation,
  async run(ctx, { translationId }) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("Only a person takes a translation back."));
    const theirs = and(eq(translations.orgId, ctx.orgId), eq(translations.id, translationId));
    const [row] = await ctx.db
      .select({ exhibitId: translations.exhibitId })
      .from(translations)
      .where(and(theirs, isNull(translations.withdraws)));
    if (!row) throw new AppError("not_found", t("No such translation."));
    const exhibit = await findExhibit(ctx, row.exhibitId);
    const { caseId } = exhibit;
    await lockCase(ctx, caseId);
    const [before] = await ctx.db
      .select({ id: translations.id })
      .from(translations)
      .where(and(eq(translations.orgId, ctx.orgId), eq(translations.withdraws, translationId)));
    if (before) throw new AppError("conflict", t("This translation was taken back already."));
    await ctx.db.insert(translations).values({
      id: newId(),
      orgId: ctx.orgId,
      caseId,
      exhibitId: exhibit.id,
      withdraws: translationId,
      madeBy: memberId,
      madeAt: ctx.now,
    });
    await touchCase(ctx, caseId);
    return {
      value: { exhibitId: exhibit.id },
      audit: { action: "exhibit.translation_withdrawn", subjectId: exhibit.id, caseId, detail: {} },
    };
  },
});
