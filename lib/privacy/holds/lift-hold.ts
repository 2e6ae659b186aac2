import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { holds } from "@/db/schema";
import { lockAnyCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { lockHold } from "./access";
import { LiftHold } from "./input";
import { holdPlace } from "./rules";

/** Ends a hold, with a reason stored with the first. @throws AppError invalid at `reason`; conflict if it was lifted */
export const liftHold = command({
  needs: "record.erase",
  input: LiftHold,
  async run(ctx, { holdId, reason }) {
    const hold = await lockHold(ctx, holdId);
    if (hold.liftedAt) throw new AppError("conflict", t("This hold was lifted already."));
    const { caseId } = hold;
    const vault = await openVault(ctx, (await lockAnyCase(ctx, caseId)).keyId);
    await ctx.db
      .update(holds)
      .set({
        liftedAt: ctx.now,
        liftedBy: ctx.actor.memberId,
        liftReason: vault.seal(holdPlace("lift_reason", holdId), reason),
      })
      .where(eq(holds.id, holdId));
    return { value: { id: holdId }, audit: { action: "hold.lifted", subjectId: caseId, caseId, detail: {} } };
  },
});
