import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { caseExports } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { requireSecondPerson, requireSettled } from "@/lib/kernel/access/second-person";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { lockExport } from "./access";
import { DecideExport } from "./input";

/**
 * A second person approves or rejects the export of the whole organisation; the requester can withdraw it by rejecting.
 * Approval requires fresh proof.
 * @throws AppError forbidden for the requester, for anybody who cannot be a second person to them, and in the first 7
 * days; invalid on `passkey`; conflict if it was decided
 */
export const decideExport = command({
  needs: "export.release",
  input: DecideExport,
  async run(ctx, { exportId, decision }) {
    const row = await lockExport(ctx, exportId);
    const decidedBy = ctx.actor.memberId;
    if (!decidedBy) throw new AppError("forbidden", t("A person decides."));
    if (row.kind !== "organisation" || row.state !== "waiting") throw new AppError("conflict", t("This was decided."));
    const releases = decision === "release";
    if (releases) {
      await requireSecondPerson(ctx, row.askedBy, {
        own: t("Somebody other than the person who asked for it has to release it."),
      });
      await requireSettled(ctx);
    }
    if (releases) requireStepUp(ctx, "export.release");
    const state = releases ? ("building" as const) : ("refused" as const);
    await ctx.db.update(caseExports).set({ state, decidedBy, decidedAt: ctx.now }).where(eq(caseExports.id, exportId));
    if (releases) await enqueue(ctx, "export.build", { exportId });
    const action = releases ? ("export.released" as const) : ("export.refused" as const);
    return { value: null, audit: { action, subjectId: exportId, detail: {} } };
  },
});
