import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { imageStops } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { openStop } from "./access";
import { LiftStop } from "./input";

/**
 * Permits files again. Four eyes: a supervisor who did not set the stop, with a permanent reason.
 * @throws AppError conflict if no stop is in force; forbidden for the person who set it
 */
export const liftStop = command({
  needs: "packet.decide",
  input: LiftStop,
  async run(ctx, { caseId, reason }) {
    const row = await lockCase(ctx, caseId);
    const stop = await openStop(ctx, row.id);
    if (!stop) throw new AppError("conflict", t("There is no stop on this case."));
    if (stop.setBy === ctx.actor.memberId) {
      throw new AppError("forbidden", t("You set this stop, so another supervisor has to lift it."));
    }
    const vault = await openVault(ctx, row.keyId);
    const place = { table: "image_stops", column: "lifted_reason", row: stop.id };
    await ctx.db
      .update(imageStops)
      .set({ liftedBy: ctx.actor.memberId, liftedAt: ctx.now, liftedReason: vault.seal(place, reason) })
      .where(and(eq(imageStops.orgId, ctx.orgId), eq(imageStops.id, stop.id)));
    await touchCase(ctx, row.id);
    return {
      value: { id: stop.id },
      audit: { action: "images.stop_lifted", subjectId: stop.id, caseId, detail: {} },
    };
  },
});
