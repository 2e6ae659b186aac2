import { t } from "@/lib/platform/language/translate";
import "server-only";
import { writeCustomValues } from "@/lib/casework/custom-values/write-custom-values";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { lockCase } from "../access";
import { CloseCase } from "../input";
import { requireOwnerOrSupervisor } from "../rules";
import { writeClosing } from "../write-closing";

/**
 * Closes a case: its clocks and reminders stop and nothing on it changes until it is reopened. What remains open is
 * listed beforehand, and the person confirms having seen the list.
 * @throws AppError forbidden for a colleague who only works on it; conflict if it is already closed; invalid for a field
 * of the organisation's own that a case needs to be closed
 */
export const closeCase = command({
  needs: "case.write",
  input: CloseCase,
  async run(ctx, { caseId, outcome, note, ...typed }) {
    const row = await lockCase(ctx, caseId);
    requireOwnerOrSupervisor(ctx.actor, row.ownerId, t("closes a case"));
    const own = await writeCustomValues(
      ctx,
      { record: "case", recordId: caseId, caseId },
      await openVault(ctx, row.keyId),
      typed,
      "closing",
    );
    const counted = await writeClosing(ctx, row, { closedAt: ctx.now, outcome, note });
    return {
      value: { id: caseId },
      audit: [{ action: "case.closed", subjectId: caseId, caseId, detail: { outcome: counted } }, ...own],
    };
  },
});
