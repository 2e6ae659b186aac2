import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { amendCustomValues } from "@/lib/casework/custom-values/amend-custom-values";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { findIncident } from "./access";
import { AmendIncidentFields } from "./input";

/**
 * Changes values of the organisation's own fields on an incident. @throws AppError not_found; conflict if nothing
 * changes; invalid at the field; ClashError
 */
export const amendIncidentFields = command({
  needs: "case.write",
  input: AmendIncidentFields,
  async run(ctx, { caseId, incidentId, ...typed }) {
    const row = await lockCase(ctx, caseId);
    const { id } = await findIncident(ctx, row.id, incidentId);
    const of = { record: "incident", recordId: id, caseId: row.id } as const;
    const audit = await amendCustomValues(ctx, of, await openVault(ctx, row.keyId), typed);
    await touchCase(ctx, row.id);
    return { value: { id }, audit };
  },
});
