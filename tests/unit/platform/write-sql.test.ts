import { and, asc, desc, eq, exists, inArray, isNull, or, placeholder, type SQL, sql } from "drizzle-orm";
import { alias, PgDialect, QueryBuilder } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { caseFlags, cases, members } from "@/db/schema";
import { writeFast } from "@/db/write-sql";

const build = new QueryBuilder({ casing: "snake_case" });
const drizzles = new PgDialect({ casing: "snake_case" });
const fast = new PgDialect({ casing: "snake_case" });
writeFast(fast as unknown as Parameters<typeof writeFast>[0]);

const others = alias(members, "others");
const counted = build
  .select({ owner: cases.ownerId, n: sql<number>`count(*)`.as("n") })
  .from(cases)
  .as("counted");
const quiet = build.$with("quiet").as(build.select({ id: cases.id }).from(cases).where(isNull(cases.closedAt)));
const fixed = sql`${cases.orgId} = ${"one"} and ${cases.pseudonym} <> ${"two"}`;

const statements: Record<string, { getSQL(): SQL }> = {
  "a filter and an order": build
    .select()
    .from(cases)
    .where(and(eq(cases.id, "a"), or(eq(cases.risk, "high"), isNull(cases.closedAt))))
    .orderBy(asc(cases.openedAt), desc(cases.id))
    .limit(7),
  "a join to another name of a table": build
    .select({ id: cases.id, name: others.name, word: sql<string>`upper(${others.name})` })
    .from(cases)
    .leftJoin(others, and(eq(others.orgId, cases.orgId), eq(others.id, cases.ownerId))),
  "a question within": build
    .select({ id: cases.id })
    .from(cases)
    .where(exists(build.select().from(caseFlags).where(eq(caseFlags.caseId, cases.id)))),
  "a table made by a question": build.select().from(counted).where(eq(counted.n, 3)),
  "a question with a name before": build.with(quiet).select().from(quiet).where(eq(quiet.id, "b")),
  "a list and an empty one": sql`select ${[1, 2, [3, "four"]]} where ${inArray(cases.risk, ["high", "standard"])} or ${[]}`,
  "times, bytes, nothing, yes and no": sql`select ${new Date(0)}, ${Buffer.from("x")}, ${null}, ${undefined}, ${true}`,
  "a value as its column wants it": sql`select ${sql.param(new Date(5), cases.openedAt)}, ${eq(cases.openedAt, new Date(9))}`,
  "one part in two places": sql`select ${fixed} or not (${fixed})`,
  "raw text, joined parts and a name with a quote": sql`${sql.raw("select")} ${sql.join([sql`1`, sql`${2}`], sql`, `)} as ${sql.identifier('a"b')}`,
  "a place that is filled later": sql`select ${placeholder("later")}, ${sql.param(placeholder("then"), cases.openedAt)}`,
  "values in the text": sql`select ${sql`${"it's"} and ${4}`.inlineParams()}, ${5}`,
};

test.each(Object.keys(statements))("%s: written as drizzle writes it", (name) => {
  const statement = (statements[name] as { getSQL(): SQL }).getSQL();
  const { sql: text, params } = drizzles.sqlToQuery(statement);
  for (let turn = 0; turn < 2; turn += 1) expect(fast.sqlToQuery(statement)).toMatchObject({ sql: text, params });
});

test("an index has no table before its columns", () => {
  expect(fast.sqlToQuery(sql`lower(${cases.pseudonym})`, "indexes").sql).toBe('lower("pseudonym")');
});
