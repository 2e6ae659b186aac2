import { and, asc, desc, eq, exists, getTableColumns, gt, inArray, isNull, sql } from "drizzle-orm";
import { alias, PgDialect, QueryBuilder, union } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { buildSelectFast, type SelectDialect } from "@/db/build-select";
import { caseFlags, cases, members } from "@/db/schema";

type Build = QueryBuilder;
const drizzles = new PgDialect({ casing: "snake_case" });
const fast = new PgDialect({ casing: "snake_case" });
buildSelectFast(fast as unknown as SelectDialect);

const others = alias(members, "others");
const upper = sql<string>`upper(${cases.pseudonym})`;
const counted = (build: Build) =>
  build
    .select({ owner: cases.ownerId, n: sql<number>`count(*)`.as("n") })
    .from(cases)
    .groupBy(cases.ownerId, cases.risk)
    .as("counted");
const quiet = (build: Build) => build.$with("quiet").as(build.select({ id: cases.id }).from(cases));

const selects: Record<string, (build: Build) => { toSQL(): { sql: string; params: unknown[] } }> = {
  "all of a table": (build) => build.select().from(cases),
  "a filter, an order and a page": (build) =>
    build
      .select({ id: cases.id, risk: cases.risk })
      .from(cases)
      .where(and(eq(cases.risk, "high"), isNull(cases.closedAt)))
      .orderBy(asc(cases.openedAt), desc(cases.id))
      .limit(7)
      .offset(3),
  "no rows": (build) => build.select({ id: cases.id }).from(cases).limit(0),
  "expressions of one table, bare and named": (build) =>
    build.select({ id: cases.id, upper, named: upper.as("named"), one: sql`1`, last: cases.risk }).from(cases),
  "an expression whose values stand in the text": (build) =>
    build
      .select({ id: cases.id, word: sql`${"it's"}`.inlineParams() })
      .from(cases)
      .leftJoin(others, eq(others.id, cases.ownerId)),
  "joins to another name of a table, and fields in groups": (build) =>
    build
      .select({ case: getTableColumns(cases), other: { id: others.id, name: others.name }, upper })
      .from(cases)
      .leftJoin(others, and(eq(others.orgId, cases.orgId), eq(others.id, cases.ownerId)))
      .innerJoin(caseFlags, eq(caseFlags.caseId, cases.id)),
  "all of two tables": (build) => build.select().from(cases).innerJoin(caseFlags, eq(caseFlags.caseId, cases.id)),
  "another name of a table alone": (build) => build.select().from(others).where(eq(others.name, "a")),
  "a question within": (build) =>
    build
      .select({ id: cases.id })
      .from(cases)
      .where(exists(build.select({ one: sql`1` }).from(caseFlags).where(eq(caseFlags.caseId, cases.id)))),
  "a list": (build) =>
    build
      .select({ id: cases.id })
      .from(cases)
      .where(inArray(cases.id, ["a", "b"])),
  "a table made by a question": (build) => {
    const made = counted(build);
    return build.select().from(made).where(gt(made.n, 3));
  },
  "a join to a table made by a question": (build) => {
    const made = counted(build);
    return build
      .select({ id: cases.id, n: made.n, owner: made.owner })
      .from(cases)
      .leftJoin(made, eq(made.owner, cases.ownerId));
  },
  "groups of which some are counted": (build) =>
    build.select({ risk: cases.risk, n: sql`count(*)` }).from(cases).groupBy(cases.risk).having(gt(sql`count(*)`, 1)),
  "each once": (build) => build.selectDistinct({ risk: cases.risk }).from(cases),
  "the first of each": (build) => build.selectDistinctOn([cases.risk], { risk: cases.risk }).from(cases),
  "with a lock": (build) => build.select({ id: cases.id }).from(cases).for("update", { skipLocked: true }),
  "with a name before": (build) => {
    const named = quiet(build);
    return build.with(named).select().from(named);
  },
  "two after one another": (build) =>
    union(build.select({ id: cases.id }).from(cases) as never, build.select({ id: members.id }).from(members) as never),
  "a question as a field": (build) =>
    build
      .select({ id: cases.id, first: build.select({ id: members.id }).from(members).limit(1).as("first") as never })
      .from(cases),
};

test.each(Object.keys(selects))("%s: built as drizzle builds it", (name) => {
  const make = selects[name] as (typeof selects)[string];
  const theirs = make(new QueryBuilder(drizzles)).toSQL();
  for (let turn = 0; turn < 2; turn += 1) expect(make(new QueryBuilder(fast)).toSQL()).toEqual(theirs);
});

test("a column of a table that the statement does not read is refused", () => {
  const make = (dialect: PgDialect) => () => new QueryBuilder(dialect).select({ id: members.id }).from(cases).toSQL();
  expect(make(fast)).toThrow(/not part of the query/);
  expect(make(drizzles)).toThrow(/not part of the query/);
});
