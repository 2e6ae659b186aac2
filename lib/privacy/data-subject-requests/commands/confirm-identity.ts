import { t } from "@/lib/platform/language/translate";
import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockRequest, requireCome } from "../access";
import { ConfirmIdentity } from "../input";

/**
 * Records how the requester's identity was verified. Nothing is granted before that. @throws AppError not_found;
 * invalid at `on`; conflict if it is already recorded, or the request is settled
 */
export const confirmIdentity = command({
  needs: "rights.write",
  input: ConfirmIdentity,
  async run(ctx, { requestId, way, on, shown }) {
    const { row, write } = await lockRequest(ctx, requestId);
    if (row.state !== "received")
      throw new AppError("conflict", t("This was noted already, or the request is settled."));
    requireCome(ctx, "on", on);
    const by = { identifiedBy: ctx.actor.memberId, identifiedOn: on };
    await write({ state: "identified", identity: way, ...by }, { identity: shown });
    const caseId = row.caseId ?? undefined;
    return {
      value: { id: requestId },
      audit: { action: "rights.identified", subjectId: requestId, caseId, detail: { way, on } },
    };
  },
});
