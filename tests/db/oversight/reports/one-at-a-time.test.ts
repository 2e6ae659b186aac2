import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { officeToday } from "@/lib/law/office/rules";
import { readReports, StillCounting } from "@/lib/oversight/reports/queries";
import { makeOrg } from "@/tests/support/org";

test("a person's reports are counted one after the other, and nobody else waits for them", async () => {
  const org = await makeOrg();
  const { ctx: counting } = await org.person("supervisor");
  const { ctx: other } = await org.person("supervisor");
  const today = officeToday(counting.now);
  const filter = { from: today, to: today, memberId: null, pair: null };
  const again = { ...counting };
  await withTransaction(counting, "read write", async (scoped) => {
    await readReports(scoped, filter);
    await expect(readReports(again, filter)).rejects.toBeInstanceOf(StillCounting);
    expect(await readReports(other, filter)).not.toEqual([]);
  });
  expect(await readReports(again, filter)).not.toEqual([]);
});

test("what a count may use of the database ends with it, also for the rest of the page", async () => {
  const supervisor = await (await makeOrg()).as("supervisor");
  const today = officeToday(supervisor.now);
  await reading(supervisor, async (scoped) => {
    const settings = async () => {
      const names = sql`('enable_nestloop', 'work_mem', 'jit', 'statement_timeout')`;
      return [
        ...(await scoped.db.execute(sql`select name, setting from pg_settings where name in ${names} order by 1`)),
      ];
    };
    const before = await settings();
    await readReports(scoped, { from: today, to: today, memberId: null, pair: null });
    expect(await settings()).toEqual(before);
  });
});
