import { sql } from "drizzle-orm";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { newId } from "@/lib/platform/ids";
import { owner } from "./db";

/** Everybody from whose place a table is looked at, by a name for them. */
export type Readers = Record<string, Ctx>;

/** Whose a planted row is: the organisation, who writes it and in which role, and what it hangs on by column. */
export type Planting = { orgId: string; memberId: string; role: string; parents: Record<string, string> };

/** One row of `app.<table>`, whose it is and what it hangs on; what it says does not matter to the walls. Gives its id. */
export async function plantRow(table: string, { orgId, memberId, role, parents }: Planting): Promise<string> {
  const columns = await owner()<{ name: string; type: string }[]>`
    select column_name as name, data_type as type from information_schema.columns
    where table_schema = 'app' and table_name = ${table} and (is_nullable = 'NO' or column_name = 'case_id')`;
  const id = newId();
  const known: Record<string, string> = { ...parents, id };
  const cell = (name: string, type: string) => known[name] ?? (name.endsWith("_by") ? memberId : filler(type));
  const values = columns.map(({ name, type }) => cell(name, type));
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const places = values.map((_, no) => `$${no + 1}`).join(", ");
  await owner().begin(async (tx) => {
    await tx`select ctx.put(${orgId}::uuid, ${memberId}::uuid, ${role})`;
    await tx.unsafe(`insert into app.${table} (${names}) values (${places})`, values);
  });
  return id;
}

function filler(type: string): string {
  if (type === "uuid") return newId();
  if (type === "integer" || type === "bigint") return "1";
  if (type === "boolean") return "false";
  if (type === "date") return "2026-11-24";
  if (type === "jsonb") return "{}";
  if (type === "bytea") return `\\x${newId().replaceAll("-", "")}`;
  return type.startsWith("timestamp") ? "2026-11-24T10:00:00Z" : "words";
}

/** The names of those who see a row of the table, in the order of the alphabet. */
export async function whoSees(table: string, readers: Readers): Promise<string[]> {
  const seen: string[] = [];
  for (const [name, ctx] of Object.entries(readers)) {
    const [row] = await withTransaction(ctx, "read only", ({ db }) =>
      db.execute<{ n: number }>(sql`select count(*)::int as n from app.${sql.identifier(table)}`),
    );
    if (row && row.n > 0) seen.push(name);
  }
  return seen.toSorted();
}

/** How many rows a statement changed; refused and none are the same to who tries. */
export async function changed(ctx: Ctx, statement: string): Promise<number> {
  const attempt = withTransaction(ctx, "read write", ({ db }) => db.execute(sql.raw(`${statement} returning 1`)));
  return attempt.then(
    (rows) => rows.length,
    (error: unknown) => (sqlState(error) === "42501" ? 0 : Promise.reject(error)),
  );
}
