import { z } from "zod";
import { auditGroups } from "@/lib/kernel/audit/rules";
import { t } from "@/lib/platform/language/translate";

const day = z.iso.date(t("Give a day."));

export const AuditFilters = z.object({
  groups: z.array(z.enum(Object.keys(auditGroups) as [string, ...string[]])).optional(),
  memberId: z.uuid(t("There is no such person.")).optional(),
  /** `CD-26-0012`, as typed. */
  caseCode: z.string().trim().max(40, t("A number has 40 characters at most.")).optional(),
  /** Days on the office's wall; both are in. */
  from: day.optional(),
  until: day.optional(),
  refused: z.boolean().optional(),
});
export type AuditFilters = z.output<typeof AuditFilters>;

export const ExportLog = z.object({
  format: z.enum(["csv", "jsonl"], "There is no such format."),
  filters: AuditFilters,
});
