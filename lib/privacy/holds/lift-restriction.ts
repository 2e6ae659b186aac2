import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { caseRestrictions } from "@/db/schema";
import { lockAnyCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { lockRestriction } from "./access";
import { LiftRestriction } from "./input";
import { restrictionPlace } from "./rules";

/**
 * Ends a restriction, with a reason stored with the first.
 * @throws AppError not_found; invalid at `reason`; conflict if it was lifted
 */
export const liftRestriction = command({
  needs: "rights.decide",
  input: LiftRestriction,
  async run(ctx, { restrictionId, reason }) {
    const found = await lockRestriction(ctx, restrictionId);
    if (found.liftedAt) throw new AppError("conflict", t("This restriction was lifted already."));
    const { caseId } = found;
    const vault = await openVault(ctx, (await lockAnyCase(ctx, caseId)).keyId);
    await ctx.db
      .update(caseRestrictions)
      .set({
        liftedAt: ctx.now,
        liftedBy: ctx.actor.memberId,
        liftReason: vault.seal(restrictionPlace("lift_reason", restrictionId), reason),
      })
      .where(eq(caseRestrictions.id, restrictionId));
    return {
      value: { id: restrictionId },
      audit: { action: "restriction.lifted", subjectId: caseId, caseId, detail: {} },
    };
  },
});
