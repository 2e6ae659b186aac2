import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { cases } from "@/db/schema";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { makeOrg } from "../../../support/org";
import { plantCase } from "../../../support/plant";

let ctx: Ctx;

beforeAll(async () => {
  ctx = await (await makeOrg()).as("caseworker");
  await plantCase(ctx);
});

const scoped = <T>(act: (of: TxCtx) => Promise<T>): Promise<T> => withTransaction(ctx, "read only", act);

/** Each type that a column of ours or an expression has, with the values that are easily read wrongly. */
const columns = {
  bool: "(values (true), (false), (null)) v(x)",
  int2: "(values (1::int2), (null)) v(x)",
  int4: "(values (-2147483648), (0), (null)) v(x)",
  int8: "(values (9007199254740993), (null)) v(x)",
  float8: "(values (0.1::float8), ('NaN'), ('-Infinity'), (1e300)) v(x)",
  numeric: "(values (1.50::numeric), ('NaN')) v(x)",
  text: `(values (''), (' "quoted" \\ {braces}, ''one'''), (e'line\\n\\ttab'), ('\u{1F9FE}\u00e9'), ('null'), (null)) v(x)`,
  uuid: "(values (gen_random_uuid())) v(x)",
  bytea: "(values ('\\x00ff5c22'::bytea), (''::bytea), (null)) v(x)",
  json: `(values ('{"a": [1, null, "b"]}'::json), ('null'::json), (null)) v(x)`,
  jsonb: `(values ('{"a": {"b": "\\"c\\""}}'::jsonb), ('[]'::jsonb), ('"text"'::jsonb)) v(x)`,
  date: "(values ('2026-11-30'::date), ('infinity'::date), (null)) v(x)",
  timestamptz: "(values ('2026-11-30 10:11:12.123456+02'::timestamptz), ('infinity'), (null)) v(x)",
  timestamp: "(values ('2026-11-30 10:11:12.5'::timestamp)) v(x)",
  interval: "(values ('1 day 02:03:04'::interval)) v(x)",
  textArray: `(values (array['a', 'b "c"', null, '']), ('{}'), (array['x,y', '{z}'])) v(x)`,
  intArray: "(values (array[1, null, 3]), ('{}'::int4[])) v(x)",
  boolArray: "(values (array[true, false, null])) v(x)",
  uuidArray: "(values (array['00000000-0000-7000-8000-000000000001']::uuid[])) v(x)",
  dateArray: "(values (array['2026-11-30']::date[])) v(x)",
  bpchar: "(values ('ab'::char(4)), ('  '::char(2))) v(x)",
  record: "(values (row(1, 'a'))) v(x)",
  none: "(values (1)) v(x) where false",
};

describe("what is asked in one turn is sent as one statement", () => {
  test("and every type comes as it does by itself", async () => {
    const asked = Object.entries(columns).map(([name, from]) =>
      sql.raw(`select x, '${name}' as type, 7 as n from ${from}`),
    );
    const alone = [];
    for (const one of asked) alone.push(await scoped(async ({ db }) => [...(await db.execute(one))]));
    for (let turn = 0; turn < 3; turn += 1) {
      const together = await scoped(({ db }) => Promise.all(asked.map(async (one) => [...(await db.execute(one))])));
      // The id is made anew each time it is asked.
      const told = (rows: unknown[][]) => rows.filter((_, at) => Object.keys(columns)[at] !== "uuid");
      expect(told(together)).toEqual(told(alone));
    }
  });

  test("rows of a table are the same, with their dates, lists and nulls, and so are values in their places", async () => {
    const read = async ({ db }: TxCtx) =>
      Promise.all([
        db.select().from(cases),
        db.execute(sql`select ${"one"}::text as a, ${"it's $1"}::text as b, 'a $2 b' as c, ${3}::int as d`),
        db.execute(sql`select ${"two"}::text as "a $3"`),
        db.$count(cases),
      ]);
    const first = await scoped(read);
    const second = await scoped(read);
    const third = await scoped(read);
    expect(first[0][0]?.openedAt).toBeInstanceOf(Date);
    for (const again of [second, third]) expect(again.map((part) => part)).toEqual(first.map((part) => part));
    expect([...second[1]]).toEqual([{ a: "one", b: "it's $1", c: "a $2 b", d: 3 }]);
    expect([...second[2]]).toEqual([{ "a $3": "two" }]);
  });

  test("in the order in which each wants its rows", async () => {
    const sorted = sql`select n from generate_series(1, ${200}::int) n order by n % 7 desc, n`;
    const read = ({ db }: TxCtx) => Promise.all([db.execute<{ n: number }>(sorted), db.execute(sql`select 'beside'`)]);
    const [alone] = await scoped(read);
    const [together] = await scoped(read);
    expect([...together]).toEqual([...alone]);
  });

  test("the server runs one, which stays prepared", async () => {
    const textsOf = (turn: number) =>
      ["a", "b", "c"].map(
        (name) => sql`select ${sql.raw(`'counted ${name}'`)} as name, ${turn}::int as turn, count(*) from app.cases`,
      );
    await scoped(async ({ db }) => {
      for (let turn = 0; turn < 5; turn += 1) await Promise.all(textsOf(turn).map((text) => db.execute(text)));
      const kept = await db.execute<{ statement: string; runs: number }>(sql`
        select statement, (generic_plans + custom_plans)::int as runs from pg_prepared_statements
        where statement like ${"%counted%"} and statement not like ${"%pg_prepared%"}`);
      // The first turn goes alone, and the second is the first of its text.
      expect(kept.map(({ statement, runs }) => [statement.match(/counted/g)?.length, runs])).toEqual([[3, 3]]);
    });
  });

  test("what was told in a reading is told again without asking, and each asks anew in the next", async () => {
    const moment = (of: string) => sql`select clock_timestamp()::text as at, ${of}::text as of`;
    const long = sql`select n, clock_timestamp()::text as at from generate_series(1, 60) n`;
    const read = () =>
      scoped(async ({ db }) => {
        const ask = () => Promise.all([db.execute(moment("a")), db.execute(moment("b")), db.execute(long)]);
        const first = await ask();
        return { first, second: await ask() };
      });
    // Their columns are known from then on.
    await read();
    const { first, second } = await read();
    expect([...second[0]]).toEqual([...first[0]]);
    expect([...second[1]]).toEqual([...first[1]]);
    expect(first[0][0]).toMatchObject({ of: "a" });
    expect(first[1][0]).toMatchObject({ of: "b" });
    expect(second[2][0]?.at, "a long list is not kept").not.toBe(first[2][0]?.at);
    const { first: later } = await read();
    expect(later[0][0]?.at).not.toBe(first[0][0]?.at);
    const made = async ({ db }: TxCtx) => {
      const count = async () => (await Promise.all([db.select().from(cases), db.execute(moment("c"))]))[0].length;
      return [await count(), await count()];
    };
    const before = await scoped(made);
    await plantCase(ctx, { number: 77 });
    const after = await scoped(made);
    expect(after).toEqual(before.map((n) => n + 1));
  });

  test("what is asked at the end or behind it never reaches the connection, which may be another person's", async () => {
    const late = Promise.withResolvers<unknown>();
    const seen: Promise<unknown>[] = [];
    await expect(
      scoped(async ({ db }) => {
        const ask = async () => db.execute(sql`select ctx.member()`).catch((error: unknown) => error);
        seen.push(ask());
        setTimeout(() => late.resolve(ask()), 50);
        throw new AppError("not_found", "Nothing here.");
      }),
    ).rejects.toMatchObject({ code: "not_found" });
    for (const error of [await seen[0], await late.promise]) {
      expect((error as Error).cause).toMatchObject({ message: expect.stringContaining("had ended") });
    }
  });

  test("whoever asked beside a statement that failed has an answer, and who asked it the error", async () => {
    const wrong = (x: string) => sql`select 1 / ${x}::int as n`;
    const fine = sql`select 'fine' as word`;
    for (let turn = 0; turn < 3; turn += 1) {
      const bad = turn === 2 ? "0" : "1";
      const [broken, other] = await Promise.allSettled([
        scoped(({ db }) => db.execute(wrong(bad))),
        scoped(({ db }) => db.execute(fine)),
      ]);
      expect(other).toMatchObject({ status: "fulfilled", value: [{ word: "fine" }] });
      if (bad === "1") expect(broken).toMatchObject({ status: "fulfilled", value: [{ n: 1 }] });
      else expect(broken).toMatchObject({ status: "rejected", reason: { message: expect.stringContaining("22012") } });
    }
  });
});
