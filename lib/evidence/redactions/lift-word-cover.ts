import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { wordCovers } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { LiftWordCover } from "./input";
import { liftedSentence } from "./labels";

/** Lifts a cover: the next packet prints the words. @throws AppError not_found; conflict if it was already lifted */
export const liftWordCover = command({
  needs: "case.write",
  input: LiftWordCover,
  async run(ctx, { coverId }) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("Only a person takes a cover back."));
    const [cover] = await ctx.db
      .select({ exhibitId: wordCovers.exhibitId })
      .from(wordCovers)
      .where(and(eq(wordCovers.orgId, ctx.orgId), eq(wordCovers.id, coverId), isNull(wordCovers.lifts)));
    if (!cover) throw new AppError("not_found", t("No such cover."));
    const exhibit = await findExhibit(ctx, cover.exhibitId);
    const { caseId } = exhibit;
    await lockCase(ctx, caseId);
    const [before] = await ctx.db
      .select({ id: wordCovers.id })
      .from(wordCovers)
      .where(and(eq(wordCovers.orgId, ctx.orgId), eq(wordCovers.lifts, coverId)));
    if (before) throw new AppError("conflict", t("This cover was taken back already."));
    await ctx.db.insert(wordCovers).values({
      id: newId(),
      orgId: ctx.orgId,
      caseId,
      exhibitId: exhibit.id,
      lifts: coverId,
      madeBy: memberId,
      madeAt: ctx.now,
    });
    await noteCustody(ctx, exhibit, { action: "redacted", purpose: liftedSentence });
    await touchCase(ctx, caseId);
    return {
      value: { exhibitId: exhibit.id },
      audit: { action: "exhibit.words_uncovered", subjectId: exhibit.id, caseId, detail: {} },
    };
  },
});
