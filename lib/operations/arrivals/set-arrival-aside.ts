import "server-only";
import { arrivals } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { lockArrival, mine } from "./access";
import { SetArrivalAside } from "./input";

/** Deletes what its author sent from a device and does not want after all. @throws AppError not_found; conflict */
export const setArrivalAside = command({
  needs: "case.write",
  input: SetArrivalAside,
  async run(ctx, { arrivalId }) {
    const { kind, fileId, keyId } = await lockArrival(ctx, arrivalId);
    await ctx.db
      .update(arrivals)
      .set({ state: "aside", body: null, fileId: null, decidedAt: ctx.now })
      .where(mine(ctx, arrivalId));
    return {
      value: { fileId, keyId },
      audit: { action: "arrival.set_aside", subjectId: arrivalId, detail: { kind } },
    };
  },
});
