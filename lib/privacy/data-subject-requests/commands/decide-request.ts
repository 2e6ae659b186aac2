import { t } from "@/lib/platform/language/translate";
import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockRequest } from "../access";
import { DecideRequest } from "../input";
import { neverToSubject } from "../labels";
import { isNeverConfirmed } from "../rules";

/**
 * A supervisor grants or refuses, with a reason and after ticking each point of the safety review. The person a case is
 * about never gets access. Unless `confirms` is ticked, the answer does not reveal whether anything is held.
 * @throws AppError invalid with the missing point, or at `decision`; conflict before the requester is identified, or if
 * it was decided
 */
export const decideRequest = command({
  needs: "rights.decide",
  input: DecideRequest,
  async run(ctx, { requestId, decision, reason, confirms }) {
    const { row, write } = await lockRequest(ctx, requestId);
    if (row.state !== "received" && row.state !== "identified") {
      throw new AppError("conflict", t("This request was decided or withdrawn already."));
    }
    const grants = decision === "grant";
    if (grants && row.fromWhom === "subject" && row.kind === "access") {
      throw new AppError("invalid", neverToSubject, { decision: neverToSubject });
    }
    if (grants && row.state !== "identified") throw new AppError("conflict", t("Confirm who is asking first."));
    const says = confirms && !isNeverConfirmed(row.kind, row.fromWhom);
    const decided = { decidedBy: ctx.actor.memberId, decidedAt: ctx.now, confirms: says };
    await write({ state: grants ? "decided" : "refused", ...decided }, { reason });
    const action = grants ? ("rights.granted" as const) : ("rights.refused" as const);
    const caseId = row.caseId ?? undefined;
    return {
      value: { id: requestId },
      audit: { action, subjectId: requestId, caseId, detail: { kind: row.kind, from: row.fromWhom, confirms: says } },
    };
  },
});
