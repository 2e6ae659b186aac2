import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { officeToday } from "@/lib/law/office/rules";
import { countFigures } from "@/lib/oversight/reports/count-figures";
import { countInBackground } from "@/lib/oversight/reports/count-in-background";
import { exportReport } from "@/lib/oversight/reports/export-report";
import { readCounted, readProgress, readReports } from "@/lib/oversight/reports/queries";
import { atOnce, filterOf, inBackground, SlowToCount, StillCounting } from "@/lib/oversight/reports/rules";
import { caseSets, type Filter } from "@/lib/oversight/reports/types";
import { addHours } from "@/lib/platform/time/clock";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

const asked = { period: "days30", from: null, to: null, member: null, pair: null } as const;
const filterFor = (ctx: Ctx): Filter => filterOf(asked, officeToday(ctx.now));

test("what takes long is counted in the background, shown and exported for a day", async () => {
  const org = await makeOrg();
  const supervisor = await org.as("supervisor");
  const filter = filterFor(supervisor);
  const openNow = async () => (await readCounted(supervisor, filter)).reports?.[0]?.total?.[0];
  await countInBackground(supervisor, filter);
  for (let at = 0; at < 6; at += 1) await plantCase(supervisor);
  const counted = await readCounted(supervisor, filter);
  expect(counted.countedAt).toEqual(supervisor.now);
  expect(counted.reports).toEqual(await readReports(supervisor, filter));
  expect(await openNow()).toMatchObject({ n: 0 });
  const csv = await (await exportReport(supervisor, { report: "caseload", format: "csv" })).draw();
  expect(Buffer.from(csv).toString("utf8")).not.toContain(",6,");

  const pair = { ...filter, pair: "ZA-US" };
  expect((await readCounted(supervisor, pair)).countedAt).toBeNull();
  expect((await readCounted((await org.person("supervisor")).ctx, filter)).countedAt).toBeNull();
  expect((await readCounted({ ...supervisor, now: addHours(supervisor.now, 25) }, filter)).countedAt).toBeNull();
  expect(await org.auditOf(org.id)).toContain("report.counted");
});

test("counting that takes longer than one waits ends, as a whole and in one statement", async () => {
  const supervisor = await (await makeOrg()).as("supervisor");
  const counting = (limits: Partial<typeof atOnce>) =>
    reading(supervisor, (scoped) => countFigures(scoped, filterFor(supervisor), { ...atOnce, ...limits }));
  await expect(counting({ whole: 0 })).rejects.toBeInstanceOf(SlowToCount);
  const slow = reading(supervisor, (scoped) => {
    const { execute } = scoped.db;
    const late = (statement: Parameters<typeof execute>[0]) =>
      execute.call(
        scoped.db,
        sql`with late as materialized (select pg_sleep(2)) select l.* from late, (${statement}) l`,
      );
    let asks = 0;
    const db = new Proxy(scoped.db, {
      get: (tx, name) => (name === "execute" && ++asks > 2 ? late : Reflect.get(tx, name, tx)),
    });
    return countFigures({ ...scoped, db }, filterFor(supervisor), { ...atOnce, statement: 100 });
  });
  await expect(slow).rejects.toBeInstanceOf(SlowToCount);
});

test("while an organisation has a long count at work, others of it wait, and nobody else does", async () => {
  const org = await makeOrg();
  const { ctx: counting } = await org.person("supervisor");
  const { ctx: waiting } = await org.person("supervisor");
  const elsewhere = await (await makeOrg()).as("supervisor");
  await withTransaction(counting, "read write", async (scoped) => {
    await countFigures(scoped, filterFor(counting), inBackground);
    await expect(readCounted(waiting, filterFor(waiting))).rejects.toBeInstanceOf(StillCounting);
    await countInBackground(waiting, filterFor(waiting));
    expect((await readCounted(elsewhere, filterFor(elsewhere))).reports).not.toEqual([]);
    expect(await readProgress(elsewhere)).toBeNull();
  });
  expect((await readCounted(waiting, filterFor(waiting))).countedAt).toBeNull();
});

test("what counting may use of the database ends with it", async () => {
  const supervisor = await (await makeOrg()).as("supervisor");
  await reading(supervisor, async (scoped) => {
    const settings = async () => {
      const names = sql`('enable_nestloop', 'work_mem', 'jit', 'statement_timeout', 'application_name')`;
      return [
        ...(await scoped.db.execute(sql`select name, setting from pg_settings where name in ${names} order by 1`)),
      ];
    };
    const before = await settings();
    await readReports(scoped, filterFor(supervisor));
    expect(await settings()).toEqual(before);
  });
});

test("a long count says how far it is, to its organisation", async () => {
  const org = await makeOrg();
  const { ctx: counting } = await org.person("supervisor");
  const { ctx: waiting } = await org.person("supervisor");
  const seen: unknown[] = [];
  expect(await readProgress(waiting)).toBeNull();
  await reading(counting, (scoped) => {
    const { execute } = scoped.db;
    const watched = async (statement: Parameters<typeof execute>[0]) => {
      const rows = await execute.call(scoped.db, statement);
      seen.push(await readProgress({ ...waiting }));
      return rows;
    };
    const db = new Proxy(scoped.db, {
      get: (tx, name) => (name === "execute" ? watched : Reflect.get(tx, name, tx)),
    });
    return countFigures({ ...scoped, db }, filterFor(counting), inBackground);
  });
  expect(seen).toContainEqual({ done: 0, of: caseSets.length });
  expect(seen).toContainEqual({ done: caseSets.length - 1, of: caseSets.length });
  expect(seen.at(-1)).toBeNull();
});
