import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { amendCustomValues } from "@/lib/casework/custom-values/amend-custom-values";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { findReferral } from "./access";
import { AmendReferralFields } from "./input";

/**
 * Changes values of the organisation's own fields on a referral. @throws AppError not_found; conflict if nothing changes;
 * invalid at the field; ClashError
 */
export const amendReferralFields = command({
  needs: "case.write",
  input: AmendReferralFields,
  async run(ctx, { referralId, ...typed }) {
    const { row, found } = await findReferral(ctx, referralId);
    const { id: caseId, keyId } = await lockCase(ctx, found.id);
    const of = { record: "referral", recordId: row.id, caseId } as const;
    const audit = await amendCustomValues(ctx, of, await openVault(ctx, keyId), typed);
    await touchCase(ctx, caseId);
    return { value: { id: row.id }, audit };
  },
});
