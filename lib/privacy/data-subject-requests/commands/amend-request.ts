import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { handClocks } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { officeToday } from "@/lib/law/office/rules";
import { findStaff } from "@/lib/organisation/members/access";
import { AppError } from "@/lib/platform/errors";
import { lockRequest } from "../access";
import { AmendRequest } from "../input";
import { isOpen } from "../rules";

/**
 * Assigns a request to somebody else, or changes its date, with a stored reason.
 * @throws AppError not_found; invalid with the field; conflict if it is settled
 */
export const amendRequest = command({
  needs: "rights.write",
  input: AmendRequest,
  async run(ctx, { requestId, handlerId, dueOn, reason }) {
    const { row, words, write } = await lockRequest(ctx, requestId);
    if (!isOpen(row)) throw new AppError("conflict", t("This request is settled."));
    if (dueOn < row.receivedOn) {
      const wrong = t("This day is before the request was received.");
      throw new AppError("invalid", wrong, { dueOn: wrong });
    }
    await findStaff(ctx, handlerId, "handlerId");
    const moved = dueOn !== row.dueOn;
    const changes = [...(words.changes ?? []), { on: officeToday(ctx.now), why: reason }];
    await write({ handlerId, ...(moved ? { dueOn, dueBy: "hand" as const } : {}) }, { changes });
    if (moved && row.caseId) {
      const mine = and(eq(handClocks.orgId, ctx.orgId), eq(handClocks.id, requestId), isNull(handClocks.answeredOn));
      await ctx.db.update(handClocks).set({ dueOn }).where(mine);
    }
    const caseId = row.caseId ?? undefined;
    const detail = { handlerId, dueOn, moved };
    return { value: { id: requestId }, audit: { action: "rights.amended", subjectId: requestId, caseId, detail } };
  },
});
