import { t } from "@/lib/platform/language/translate";
import "server-only";
import { command } from "@/lib/kernel/access/command";
import { lockCase } from "../access";
import { CloseCase } from "../input";
import { requireOwnerOrSupervisor } from "../rules";
import { writeClosing } from "../write-closing";

/**
 * Closes a case: its clocks and reminders stop and nothing on it changes until it is reopened. What remains open is
 * listed beforehand, and the person confirms having seen the list.
 * @throws AppError forbidden for a colleague who only works on it; conflict if it is already closed
 */
export const closeCase = command({
  needs: "case.write",
  input: CloseCase,
  async run(ctx, { caseId, outcome, note }) {
    const row = await lockCase(ctx, caseId);
    requireOwnerOrSupervisor(ctx.actor, row.ownerId, t("closes a case"));
    await writeClosing(ctx, row, { closedAt: ctx.now, outcome, note });
    return {
      value: { id: caseId },
      audit: { action: "case.closed", subjectId: caseId, caseId, detail: { outcome } },
    };
  },
});
