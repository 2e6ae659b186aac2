import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { referrals } from "@/db/schema";
import { leaveQueue } from "@/lib/casework/cases/leave-queue";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { officeToday } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findReferral } from "./access";
import { WithdrawReferral } from "./input";
import { referralKeys, referralPlace } from "./rules";

/**
 * Takes a referral back, for example because the client no longer agrees. What was passed on already is not undone by it.
 * @throws AppError not_found; conflict where it is over
 */
export const withdrawReferral = command({
  needs: "case.write",
  input: WithdrawReferral,
  async run(ctx, { referralId, reason }) {
    const { row, found } = await findReferral(ctx, referralId);
    const vault = await openVault(ctx, found.keyId);
    const [won] = await ctx.db
      .update(referrals)
      .set({
        state: "withdrawn",
        endedOn: officeToday(ctx.now),
        endedBy: ctx.actor.memberId,
        endedAt: ctx.now,
        outcome: vault.seal(referralPlace(row.id, "outcome"), reason),
      })
      .where(
        and(eq(referrals.orgId, ctx.orgId), eq(referrals.id, row.id), inArray(referrals.state, ["open", "accepted"])),
      )
      .returning({ id: referrals.id });
    if (!won) throw new AppError("conflict", t("This referral is over already. Reload to see its state."));
    await leaveQueue(ctx, found.id, Object.values(referralKeys(row.id)));
    await touchCase(ctx, found.id);
    return {
      value: { id: row.id, caseId: found.id },
      audit: { action: "referral.withdrawn", subjectId: row.id, caseId: found.id, detail: {} },
    };
  },
});
