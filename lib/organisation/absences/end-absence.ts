import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { absences } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { EndAbsence } from "./input";

/**
 * Ends an absence before its last day, or before it starts. The covering colleague loses access to the cases at once.
 * @throws AppError not_found; forbidden for anybody but the member and supervisors; conflict once it is over
 */
export const endAbsence = command({
  needs: "case.write",
  input: EndAbsence,
  async run(ctx, { leaveId }) {
    const mine = and(eq(absences.orgId, ctx.orgId), eq(absences.id, leaveId));
    const [leave] = await ctx.db.select().from(absences).where(mine);
    if (!leave) throw new AppError("not_found", t("No such time off."));
    if (ctx.actor.role !== "supervisor" && leave.memberId !== ctx.actor.memberId) {
      throw new AppError("forbidden", t("Only the person who is away or a supervisor can end time off."));
    }
    const [won] = await ctx.db
      .update(absences)
      .set({ endedAt: ctx.now, endedBy: ctx.actor.memberId })
      .where(and(mine, isNull(absences.endedAt), gt(absences.endsAt, ctx.now)))
      .returning({ id: absences.id });
    if (!won) throw new AppError("conflict", t("This time off has already ended."));
    const { memberId, coverId } = leave;
    return {
      value: { id: leaveId },
      audit: { action: "leave.ended", subjectId: leaveId, detail: { memberId, coverId } },
    };
  },
});
