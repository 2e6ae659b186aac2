import { t } from "@/lib/platform/language/translate";
import "server-only";
import { emergencyAccess } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { openStaffVault } from "@/lib/organisation/members/open-staff-vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { RequestEmergencyAccess } from "./input";
import { reasonPlace } from "./rules";

/**
 * A caseworker requests to read somebody else's case, by its number. The answer is the same whether or not there is
 * such a case; a supervisor decides.
 * @throws AppError forbidden; invalid at `code` or `reason`
 */
export const requestEmergencyAccess = command({
  needs: "case.open",
  input: RequestEmergencyAccess,
  async run(ctx, { code, reason }) {
    if (ctx.actor.role !== "caseworker") throw new AppError("forbidden", t("A supervisor sees the cases already."));
    const id = newId();
    const vault = await openStaffVault(ctx);
    const asked = { askedBy: ctx.actor.memberId ?? "", askedAt: ctx.now };
    await ctx.db.insert(emergencyAccess).values({
      id,
      orgId: ctx.orgId,
      code,
      keyId: vault.keyId,
      reason: vault.seal(reasonPlace(id), reason),
      ...asked,
    });
    return { value: { id }, audit: { action: "look.asked", subjectId: id, detail: {} } };
  },
});
