import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { caseDenials } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { LiftDenial } from "./input";

/**
 * Somebody may see a client again. For a supervisor alone, and never for who was denied: they do not see it.
 * @throws AppError forbidden; not_found; conflict when it was lifted already
 */
export const liftDenial = command({
  needs: "case.review",
  input: LiftDenial,
  async run(ctx, { denialId }) {
    const mine = and(eq(caseDenials.orgId, ctx.orgId), eq(caseDenials.id, denialId));
    const [row] = await ctx.db.select().from(caseDenials).where(mine);
    if (!row || row.memberId === ctx.actor.memberId) throw new AppError("not_found", "No such entry.");
    const [won] = await ctx.db
      .update(caseDenials)
      .set({ liftedAt: ctx.now, liftedBy: ctx.actor.memberId })
      .where(and(mine, isNull(caseDenials.liftedAt)))
      .returning({ id: caseDenials.id });
    if (!won) throw new AppError("conflict", "It was lifted already.");
    const { caseId, memberId } = row;
    return {
      value: { id: denialId, caseId },
      audit: { action: "denial.lifted", subjectId: denialId, caseId, detail: { memberId } },
    };
  },
});
