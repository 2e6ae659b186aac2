import { t } from "@/lib/platform/language/translate";
import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockRequest } from "../access";
import { WithdrawRequest } from "../input";
import { isOpen } from "../rules";
import { stopClock } from "../stop-clock";

/**
 * The requester withdrew it, or it was recorded in error.
 * @throws AppError invalid at `reason`; conflict if it is settled
 */
export const withdrawRequest = command({
  needs: "rights.write",
  input: WithdrawRequest,
  async run(ctx, { requestId, reason }) {
    const { row, write } = await lockRequest(ctx, requestId);
    if (!isOpen(row) || row.state === "refused") throw new AppError("conflict", t("This request is settled."));
    await write({ state: "withdrawn" }, { withdrawn: reason });
    await stopClock(ctx, row, "Withdrawn");
    const caseId = row.caseId ?? undefined;
    return {
      value: { id: requestId },
      audit: { action: "rights.withdrawn", subjectId: requestId, caseId, detail: {} },
    };
  },
});
