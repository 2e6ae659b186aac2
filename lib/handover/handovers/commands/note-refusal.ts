import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { handoverOutcomes } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { NoteRefusal } from "../input";
import { noteEvent } from "../note-event";

/**
 * A member on the case has seen an officer's refusal; it no longer needs action. @throws AppError conflict if repeated
 */
export const noteRefusal = command({
  needs: "case.write",
  input: NoteRefusal,
  async run(ctx, { outcomeId }) {
    const [row] = await ctx.db
      .select()
      .from(handoverOutcomes)
      .where(
        and(
          eq(handoverOutcomes.orgId, ctx.orgId),
          eq(handoverOutcomes.id, outcomeId),
          eq(handoverOutcomes.outcome, "refused"),
        ),
      );
    if (!row) throw new AppError("not_found", t("No such refusal."));
    const { handoverId: id, caseId } = row;
    await findCase(ctx, caseId);
    const [won] = await ctx.db
      .update(handoverOutcomes)
      .set({ seenAt: ctx.now, seenBy: ctx.actor.memberId })
      .where(
        and(eq(handoverOutcomes.orgId, ctx.orgId), eq(handoverOutcomes.id, outcomeId), isNull(handoverOutcomes.seenAt)),
      )
      .returning({ id: handoverOutcomes.id });
    if (!won) throw new AppError("conflict", t("Somebody noted this as seen already."));
    await noteEvent(ctx, { id, caseId }, "refusal_seen");
    await touchCase(ctx, caseId);
    return { value: undefined, audit: { action: "handover.refusal_seen", subjectId: id, caseId, detail: {} } };
  },
});
