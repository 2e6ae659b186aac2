import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { holds } from "@/db/schema";
import { lockAnyCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { PlaceHold } from "./input";
import { holdPlace } from "./rules";

/**
 * A supervisor places a hold on a case, open or closed: nothing can erase it until the hold is lifted, not even an
 * erasure already approved.
 * @throws AppError invalid at `reason`; conflict if there is a hold
 */
export const placeHold = command({
  needs: "record.erase",
  input: PlaceHold,
  async run(ctx, { caseId, reason }) {
    const row = await lockAnyCase(ctx, caseId);
    const live = and(eq(holds.orgId, ctx.orgId), eq(holds.caseId, caseId), isNull(holds.liftedAt));
    if ((await ctx.db.$count(holds, live)) > 0) throw new AppError("conflict", t("This case is held already."));
    const id = newId();
    const vault = await openVault(ctx, row.keyId);
    await ctx.db.insert(holds).values({
      id,
      orgId: ctx.orgId,
      caseId,
      reason: vault.seal(holdPlace("reason", id), reason),
      placedBy: ctx.actor.memberId ?? "",
      placedAt: ctx.now,
    });
    return { value: { id }, audit: { action: "hold.placed", subjectId: caseId, caseId, detail: {} } };
  },
});
