import "server-only";
import { consents } from "@/db/schema";
import { lockAnyCase } from "@/lib/casework/cases/access";
import { consentPlace } from "@/lib/casework/cases/rules";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { civilDate } from "@/lib/platform/time/clock";
import { lockConsent } from "./access";
import { WithdrawConsent } from "./input";

/**
 * The client withdraws consent, also of a closed or restricted case. What was done before stays lawful (domain reference
 * 10.1); releases end by their own revocation. @throws AppError not_found; invalid on `withdrawnOn`; conflict if it was withdrawn already
 */
export const withdrawConsent = command({
  needs: "case.write",
  input: WithdrawConsent,
  async run(ctx, { caseId, consentId, withdrawnOn, reason }) {
    const row = await lockAnyCase(ctx, caseId);
    const { row: consent, mine } = await lockConsent(ctx, row.id, consentId);
    if (consent.withdrawnAt) throw new AppError("conflict", t("This consent was withdrawn already."));
    const zone = findPlaybook(row.pair, row.playbookVersion, await readLaw(ctx))?.home.zone ?? "UTC";
    const today = civilDate(ctx.now, zone);
    const on = withdrawnOn ?? today;
    const wrong =
      on > today
        ? t("This day is in the future.")
        : on < consent.givenOn
          ? t("It cannot be withdrawn before it was given.")
          : null;
    if (wrong) throw new AppError("invalid", wrong, { withdrawnOn: wrong });
    const vault = await openVault(ctx, row.keyId);
    await ctx.db
      .update(consents)
      .set({
        withdrawnOn: on,
        withdrawnReason: vault.seal(consentPlace("withdrawn_reason", consent.id), reason),
        withdrawnBy: ctx.actor.memberId,
        withdrawnAt: ctx.now,
      })
      .where(mine);
    await touchCase(ctx, row.id);
    return {
      value: { id: consent.id },
      audit: { action: "consent.withdrawn", subjectId: consent.id, caseId: row.id, detail: { on } },
    };
  },
});
