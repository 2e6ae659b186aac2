import "server-only";
import { readCustomValues } from "@/lib/casework/custom-values/read-custom-values";
import { valuesInForm, versionOfValues } from "@/lib/casework/custom-values/rules";
import { writeCustomValues } from "@/lib/casework/custom-values/write-custom-values";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
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
  async run(ctx, { caseId, version, ...typed }) {
    const row = await lockCase(ctx, caseId);
    const now = async () => valuesInForm((await readCustomValues(ctx, "case", [caseId])).get(caseId) ?? []);
    await bumpRecordVersion(ctx, { record: versionOfValues(caseId), seen: version, now });
    const [first, ...more] = await writeCustomValues(
      ctx,
      { record: "case", recordId: caseId, caseId },
      await openVault(ctx, row.keyId),
      typed,
      "amending",
    );
    if (!first) throw new AppError("conflict", t("Nothing was changed."));
    await touchCase(ctx, caseId);
    return { value: { id: caseId }, audit: [first, ...more] };
  },
});
