import "server-only";
import { and, eq } from "drizzle-orm";
import { referrals } from "@/db/schema";
import { leaveQueue } from "@/lib/casework/cases/leave-queue";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { officeToday } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findReferral } from "./access";
import { EndReferral } from "./input";
import { referralKeys, referralPlace } from "./rules";

/** Records what came of an accepted referral. @throws AppError not_found; invalid; conflict where nobody accepted it */
export const endReferral = command({
  needs: "case.write",
  input: EndReferral,
  async run(ctx, { referralId, endedOn, outcome }) {
    const { row, found } = await findReferral(ctx, referralId);
    const inFuture = t("This day is in the future.");
    if (endedOn > officeToday(ctx.now)) throw new AppError("invalid", inFuture, { endedOn: inFuture });
    const vault = await openVault(ctx, found.keyId);
    const [won] = await ctx.db
      .update(referrals)
      .set({
        state: "ended",
        endedOn,
        endedBy: ctx.actor.memberId,
        endedAt: ctx.now,
        outcome: vault.seal(referralPlace(row.id, "outcome"), outcome),
      })
      .where(and(eq(referrals.orgId, ctx.orgId), eq(referrals.id, row.id), eq(referrals.state, "accepted")))
      .returning({ id: referrals.id });
    if (!won) throw new AppError("conflict", t("Only an accepted referral can end. Reload to see its state."));
    await leaveQueue(ctx, found.id, Object.values(referralKeys(row.id)));
    await touchCase(ctx, found.id);
    return {
      value: { id: row.id, caseId: found.id },
      audit: { action: "referral.ended", subjectId: row.id, caseId: found.id, detail: { endedOn } },
    };
  },
});
