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
import { AnswerReferral } from "./input";
import { referralKeys, referralPlace } from "./rules";

/** Records that the service accepted or declined. @throws AppError not_found; invalid; conflict where it was answered */
export const answerReferral = command({
  needs: "case.write",
  input: AnswerReferral,
  async run(ctx, { referralId, answer, answeredOn, words, outcomeBy }) {
    const { row, found } = await findReferral(ctx, referralId);
    const inFuture = t("This day is in the future.");
    if (answeredOn > officeToday(ctx.now)) throw new AppError("invalid", inFuture, { answeredOn: inFuture });
    const inPast = t("Choose today or a future date, or leave it empty.");
    if (outcomeBy && outcomeBy < officeToday(ctx.now)) throw new AppError("invalid", inPast, { outcomeBy: inPast });
    const vault = await openVault(ctx, found.keyId);
    const [won] = await ctx.db
      .update(referrals)
      .set({
        state: answer,
        answeredOn,
        answeredBy: ctx.actor.memberId,
        answeredAt: ctx.now,
        answer: vault.seal(referralPlace(row.id, "answer"), words),
        outcomeBy: answer === "accepted" ? outcomeBy : null,
      })
      .where(and(eq(referrals.orgId, ctx.orgId), eq(referrals.id, row.id), eq(referrals.state, "open")))
      .returning({ id: referrals.id });
    if (!won) throw new AppError("conflict", t("This referral was answered already. Reload to see the answer."));
    await leaveQueue(ctx, found.id, Object.values(referralKeys(row.id)));
    await touchCase(ctx, found.id);
    return {
      value: { id: row.id, caseId: found.id },
      audit: { action: "referral.answered", subjectId: row.id, caseId: found.id, detail: { answer, answeredOn } },
    };
  },
});
