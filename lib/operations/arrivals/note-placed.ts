import "server-only";
import { arrivals } from "@/db/schema";
import { lockOpenCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { lockArrival, mine } from "./access";
import { PlaceArrival } from "./input";

/**
 * Records that something which arrived is on a case now. Its own copy goes: the case has it.
 * @throws AppError not_found; conflict if it was settled before, or the case is closed
 */
export const notePlaced = command({
  needs: "case.write",
  input: PlaceArrival,
  async run(ctx, { arrivalId, caseId }) {
    // Before anything is in the log: whoever has the case locked waits for the log, and would be waited for.
    await lockOpenCase(ctx, caseId);
    const { kind, fileId, keyId } = await lockArrival(ctx, arrivalId);
    await ctx.db
      .update(arrivals)
      .set({ state: "placed", body: null, fileId: null, decidedAt: ctx.now })
      .where(mine(ctx, arrivalId));
    return {
      value: { fileId, keyId },
      audit: { action: "arrival.placed", subjectId: arrivalId, caseId, detail: { kind } },
    };
  },
});
