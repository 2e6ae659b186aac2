import "server-only";
import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { requireSecondPerson } from "@/lib/kernel/access/second-person";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { findTarget, lockErasure, requireErasable } from "./access";
import { DecideErasure } from "./input";

/**
 * A second supervisor releases an erasure, and a job begins at once; or refuses it. Who asked takes it back by
 * refusing. Releasing wants a fresh proof.
 * @throws AppError forbidden for who asked and whoever is no second person to them; invalid on `password`; conflict when it was decided, or a hold or
 * restriction came
 */
export const decideErasure = command({
  needs: "record.erase",
  input: DecideErasure,
  async run(ctx, { requestId, decision }) {
    const row = await lockErasure(ctx, requestId);
    const decidedBy = ctx.actor.memberId;
    if (!decidedBy) throw new AppError("forbidden", "A person decides.");
    if (row.state !== "waiting") throw new AppError("conflict", "This was decided.");
    const releases = decision === "release";
    if (releases) {
      await requireSecondPerson(ctx, row.askedBy, { own: "Somebody else than who asked releases it." });
      requireStepUp(ctx, "erasure.release");
      const target = await findTarget(ctx, row.of, row.erasedId);
      await requireErasable(ctx, target);
    }
    const state = releases ? ("released" as const) : ("refused" as const);
    await ctx.db
      .update(erasureRequests)
      .set({ state, decidedBy, decidedAt: ctx.now })
      .where(eq(erasureRequests.id, requestId));
    if (releases) await enqueue(ctx, "record.erase", { requestId });
    const action = releases ? ("erasure.released" as const) : ("erasure.refused" as const);
    const caseId = row.of === "case" ? row.erasedId : undefined;
    return { value: null, audit: { action, subjectId: requestId, caseId, detail: {} } };
  },
});
