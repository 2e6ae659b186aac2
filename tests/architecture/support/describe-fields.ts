import { is } from "drizzle-orm";
import { getTableConfig, PgCustomColumn, type PgTable } from "drizzle-orm/pg-core";
import { grants, type Permission } from "@/lib/kernel/access/roles";
import { exceptions, ofCase, type Rule } from "@/tests/support/model/tables";

const head = `# Who may see and write each sealed field

Written by a test out of the schema and of what \`tests/support/model/tables.ts\` promises of each table, which
\`tests/db/walls\` holds against Postgres; renewed by \`npx vitest run --project=architecture -u documents\`. Beyond it: a
conflict of interest hides a case from anybody; an officer sees what was handed over to them, and no table of a case; an
administrator sees no case; what an officer or a form may not set is not a field of their input (\`inputs.md\`).

"readers" are who works on the case, supervisors, and who looks in an emergency; "workers" are the first two.

| table | sealed fields | seen by | changed by | added by |
|---|---|---|---|---|
`;

type Needs = readonly [see: string, change: Permission | "nobody", add: Permission | "nobody"];

/** Of tables without a case, and of those that say who is denied or looks: the permission of their queries and commands. */
const apart: Record<string, Needs> = {
  clients: ["case.read, one of their cases", "case.write", "case.open"],
  enquiry_messages: ["case.open, and who wrote the enquiry", "nobody", "case.open"],
  cases: ["case.read, as other fields of a case", "case.write", "case.open"],
  case_denials: ["case.write, never who is denied", "case.review", "case.write"],
  emergency_looks: ["case.review, and who asked", "case.review", "case.open"],
  arrivals: ["case.write, who sent it", "case.write", "case.write"],
  assignment_batches: ["case.write, who began it", "nobody", "case.write"],
  erasure_requests: ["record.erase", "record.erase", "record.erase"],
  breaches: ["breach.write", "breach.write", "breach.write"],
  breach_notices: ["breach.write", "breach.write", "breach.write"],
  imports: ["case.import", "case.import", "case.import"],
  liaison_callbacks: ["directory.read", "nobody", "directory.write"],
  member_grants: ["people.read", "people.write", "people.write"],
  webhooks: ["integration.write", "integration.write", "integration.write"],
  receiving_systems: ["integration.write", "nobody", "integration.write"],
  signing_keys: ["nobody: opened to sign, never shown", "signature.write", "signature.write"],
};

/** The table in Markdown. */
export function describeFields(tables: readonly PgTable[]): string {
  const rows = tables
    .map((table) => getTableConfig(table))
    .map(({ name, columns }) => ({
      name,
      ofCase: columns.some((column) => column.name === "caseId"),
      sealed: sealedOf(columns),
    }))
    .filter(({ sealed }) => sealed.length > 0)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return `${head}${rows.map((row) => `| \`${row.name}\` | ${row.sealed.join(", ")} | ${whoOf(row)} |`).join("\n")}\n`;
}

function whoOf({ name, ofCase: hasCase }: { name: string; ofCase: boolean }): string {
  const needs = apart[name];
  if (needs) return needs.map(rolesWith).join(" | ");
  const rule: Rule | undefined = exceptions[name] ?? (hasCase ? ofCase : undefined);
  if (!rule) throw new Error(`Nothing says who may see the sealed fields of ${name}: add it to apart.`);
  return [rule.see, rule.change, rule.add].join(" | ");
}

/** "case.import, who began it" is "supervisor (case.import), who began it". */
function rolesWith(message: string): string {
  const [permission = "", ...more] = message.split(", ");
  const holders = Object.entries(grants)
    .filter(([, held]) => (held as readonly string[]).includes(permission))
    .map(([role]) => role);
  return holders.length > 0 ? [`${holders.join(", ")} (${permission})`, ...more].join("; ") : message;
}

function sealedOf(columns: ReturnType<typeof getTableConfig>["columns"]): string[] {
  return columns
    .filter((column) => is(column, PgCustomColumn) && column.getSQLType() === "text")
    .map((column) => column.name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}
