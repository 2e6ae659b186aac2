import "server-only";
import { amendCustomValues } from "@/lib/casework/custom-values/amend-custom-values";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { lockCase } from "../access";
import { AmendCaseFields } from "../input";
import { touchCase } from "../touch-case";

/**
 * Changes values of the organisation's own fields on a case. @throws AppError not_found; conflict if nothing changes;
 * invalid at the field; ClashError
 */
export const amendCaseFields = command({
  needs: "case.write",
  input: AmendCaseFields,
  async run(ctx, { caseId, ...typed }) {
    const row = await lockCase(ctx, caseId);
    const of = { record: "case", recordId: caseId, caseId } as const;
    const audit = await amendCustomValues(ctx, of, await openVault(ctx, row.keyId), typed);
    await touchCase(ctx, caseId);
    return { value: { id: caseId }, audit };
  },
});
