import { type SQL, sql } from "drizzle-orm";
import { teamCap } from "./rules";

/**
 * How many rows there are, to one more than the cap. Several conditions, of which no row meets two, are each counted as far
 * and added up.
 */
export function cappedIn(from: SQL, ...wheres: (SQL | undefined)[]): SQL {
  const parts = wheres.map((where) => sql`(select 1 from ${from} where ${where} limit ${teamCap + 1})`);
  if (parts.length === 1) return sql`(select count(*)::int from ${parts[0]} capped)`;
  return sql`(select least(count(*)::int, ${teamCap + 1}) from (${sql.join(parts, sql` union all `)}) capped)`;
}
