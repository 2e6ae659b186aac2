import { t } from "@/lib/platform/language/translate";
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
 * A second supervisor approves an erasure, and a job starts at once; or rejects it. The requester withdraws it by
 * rejecting. Approval requires fresh proof.
 * @throws AppError forbidden for the requester and anybody who cannot be a second person to them; invalid on
 * `password`; conflict if it was decided, or a hold or restriction was added
 */
export const decideErasure = command({
  needs: "record.erase",
  input: DecideErasure,
  async run(ctx, { requestId, decision }) {
    const row = await lockErasure(ctx, requestId);
    const decidedBy = ctx.actor.memberId;
    if (!decidedBy) throw new AppError("forbidden", t("A person decides."));
    if (row.state !== "waiting") throw new AppError("conflict", t("This was decided."));
    const releases = decision === "release";
    if (releases) {
      await requireSecondPerson(ctx, row.askedBy, {
        own: t("Somebody other than the person who asked has to release it."),
      });
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
