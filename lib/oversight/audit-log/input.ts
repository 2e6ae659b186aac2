import { z } from "zod";
import { auditGroups } from "@/lib/kernel/audit/rules";

const day = z.iso.date("Give a day.");

export const AuditFilters = z.object({
  groups: z.array(z.enum(Object.keys(auditGroups) as [string, ...string[]])).optional(),
  memberId: z.uuid("There is no such person.").optional(),
  /** `CD-26-0012`, as typed. */
  caseCode: z.string().trim().max(40, "A number has 40 characters at most.").optional(),
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
