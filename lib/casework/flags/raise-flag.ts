import { t } from "@/lib/platform/language/translate";
import "server-only";
import { caseFlags } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { officeToday } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { RaiseFlag } from "./input";

/**
 * Puts a flag on a case: a message, and a date to review it if it can wait. By anybody on the case and by supervisors.
 * @throws AppError not_found; invalid at `lookOn` for a past date; conflict for a closed case
 */
export const raiseFlag = command({
  needs: "case.write",
  input: RaiseFlag,
  async run(ctx, { caseId, message, lookOn }) {
    const row = await lockCase(ctx, caseId);
    if (lookOn && lookOn < officeToday(ctx.now)) {
      const dayMessage = t("Choose today or a future date, or leave it empty.");
      throw new AppError("invalid", dayMessage, { lookOn: dayMessage });
    }
    const id = newId();
    const vault = await openVault(ctx, row.keyId);
    const sealed = vault.seal({ table: "case_flags", column: "message", row: id }, message);
    const raised = { raisedBy: ctx.actor.memberId ?? "", raisedAt: ctx.now };
    await ctx.db.insert(caseFlags).values({ id, orgId: ctx.orgId, caseId, message: sealed, lookOn, ...raised });
    return { value: { id, caseId }, audit: { action: "flag.raised", subjectId: id, caseId, detail: { lookOn } } };
  },
});
