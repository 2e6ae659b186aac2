import { t } from "@/lib/platform/language/translate";
import "server-only";
import { command } from "@/lib/kernel/access/command";
import { findStaff } from "@/lib/organisation/members/access";
import { AppError } from "@/lib/platform/errors";
import { lockCase, refuseConflicted } from "../access";
import { giveCase } from "../give-case";
import { AssignCase } from "../input";
import { overtakeOffer } from "../overtake-offer";
import { touchCase } from "../touch-case";

/**
 * Assigns the case to another owner. The previous owner keeps working on it. For its owner and supervisors.
 * @throws AppError forbidden for a colleague who only works on it; invalid at `memberId` for a member who must not see
 * the client; conflict if the person already owns it
 */
export const assignCase = command({
  needs: "case.write",
  input: AssignCase,
  async run(ctx, { caseId, memberId }) {
    const row = await lockCase(ctx, caseId);
    if (ctx.actor.role !== "supervisor" && row.ownerId !== ctx.actor.memberId) {
      throw new AppError("forbidden", t("The owner or a supervisor assigns a case."));
    }
    await findStaff(ctx, memberId, "memberId");
    await refuseConflicted(ctx, row.clientId, memberId);
    if (row.ownerId === memberId) throw new AppError("conflict", t("This person owns the case already."));
    await giveCase(ctx, caseId, memberId);
    await overtakeOffer(ctx, caseId);
    await touchCase(ctx, caseId);
    return {
      value: { id: caseId },
      audit: { action: "case.assigned", subjectId: caseId, caseId, detail: { to: memberId } },
    };
  },
});
