import "server-only";
import { installationSteps } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { SkipStep } from "./input";

/** Skips a step of the first run, or takes it up again. Its check stays on the page as it is. */
export const skipStep = command({
  needs: "people.write",
  input: SkipStep,
  async run(ctx, { step, skip }) {
    const memberId = ctx.actor.memberId ?? ctx.orgId;
    const skippedAt = skip === "yes" ? ctx.now : null;
    await ctx.db
      .insert(installationSteps)
      .values({ orgId: ctx.orgId, step, memberId, skippedAt })
      .onConflictDoUpdate({ target: [installationSteps.orgId, installationSteps.step], set: { skippedAt } });
    return {
      value: undefined,
      audit: { action: "installation.step_skipped", subjectId: ctx.orgId, detail: { step, skip } },
    };
  },
});
