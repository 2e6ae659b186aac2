import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { conflictsOfInterest } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { LiftConflict } from "./input";

/**
 * A member may see a client again. Only for supervisors, and never for the member concerned, who cannot see the record.
 * @throws AppError forbidden; not_found; conflict if it was already lifted
 */
export const liftConflict = command({
  needs: "case.review",
  input: LiftConflict,
  async run(ctx, { denialId }) {
    const mine = and(eq(conflictsOfInterest.orgId, ctx.orgId), eq(conflictsOfInterest.id, denialId));
    const [row] = await ctx.db.select().from(conflictsOfInterest).where(mine);
    if (!row || row.memberId === ctx.actor.memberId) throw new AppError("not_found", t("No such entry."));
    const [won] = await ctx.db
      .update(conflictsOfInterest)
      .set({ liftedAt: ctx.now, liftedBy: ctx.actor.memberId })
      .where(and(mine, isNull(conflictsOfInterest.liftedAt)))
      .returning({ id: conflictsOfInterest.id });
    if (!won) throw new AppError("conflict", t("It was lifted already."));
    const { caseId, memberId } = row;
    return {
      value: { id: denialId, caseId },
      audit: { action: "denial.lifted", subjectId: denialId, caseId, detail: { memberId } },
    };
  },
});
