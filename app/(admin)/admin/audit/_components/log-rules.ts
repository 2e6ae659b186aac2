import { auditGroups } from "@/lib/kernel/audit/rules";
import type { AuditFilters } from "@/lib/oversight/audit-log/input";
import type { ListRules, ListState } from "@/lib/platform/list-state";

export const logPath = "/admin/audit";

/** What the address of the log may ask. @param people ids of the organisation's members */
export function logRules(people: readonly string[]): ListRules {
  return {
    sorts: [],
    defaultSort: { key: "seq", dir: "desc" },
    filters: {
      person: people,
      about: Object.keys(auditGroups),
      case: "text",
      from: "date",
      until: "date",
      refused: ["yes"],
    },
  };
}

/** The filters of an address as the queries take them. */
export function logFilters({ filters }: ListState): AuditFilters {
  const { person, about, case: code, from, until, refused } = filters;
  return {
    groups: about,
    memberId: person?.[0],
    caseCode: code?.[0]?.slice(0, 40),
    from: from?.[0],
    until: until?.[0],
    refused: refused ? true : undefined,
  };
}
