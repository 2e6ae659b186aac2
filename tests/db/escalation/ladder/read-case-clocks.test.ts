import { beforeAll, describe, expect, test } from "vitest";
import { cases, releases } from "@/db/schema";
import { readCaseClocks } from "@/lib/escalation/ladder/queries";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { followUp, homeToday, plantFollowUp, plantHandClock } from "@/tests/support/plant-clock";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

type Spied = { session: { prepareQuery: (...rest: unknown[]) => unknown } };

/** How many statements a read asks. */
async function asked(scoped: TxCtx, act: () => Promise<unknown>): Promise<number> {
  const { session } = scoped.db as unknown as Spied;
  const prepare = session.prepareQuery;
  let count = 0;
  session.prepareQuery = (...rest) => {
    count += 1;
    return prepare.apply(session, rest);
  };
  try {
    await act();
  } finally {
    session.prepareQuery = prepare;
  }
  return count;
}

describe("readCaseClocks", () => {
  test("asks as many statements for twenty cases as for one", async () => {
    for (let n = 0; n < 20; n += 1) await plantFollowUp(worker, await plantCase(worker), n);
    await withTransaction(worker, "read only", async (scoped) => {
      const rows = await scoped.db.select().from(cases);
      expect(rows.length).toBeGreaterThanOrEqual(20);
      const one = await asked(scoped, () => readCaseClocks(scoped, rows.slice(0, 1)));
      expect(await asked(scoped, () => readCaseClocks(scoped, rows))).toBe(one);
      const clocks = await readCaseClocks(scoped, rows);
      expect([...clocks.values()].every((all) => all.some((clock) => clock.key === followUp))).toBe(true);
    });
  });

  test("knows each case's own clocks: of steps, of releases and those started by hand; none on a closed case", async () => {
    const today = homeToday(worker);
    const open = await plantCase(worker);
    const closed = await plantCase(worker, { closedAt: worker.now });
    for (const caseId of [open, closed]) await plantFollowUp(worker, caseId);
    const hand = await plantHandClock(worker, open, { dueOn: addDays(today, 3) });
    const release = { recipient: "Station", purpose: "Docket", items: "Statement", signedOn: today, number: 1 };
    const releaseId = newId();
    await withTransaction(worker, "read write", ({ db, orgId, now, actor }) =>
      db.insert(releases).values({
        id: releaseId,
        orgId,
        caseId: open,
        ...release,
        expiresOn: addDays(today, 30),
        grantedBy: actor.memberId ?? "",
        grantedAt: now,
      }),
    );
    await withTransaction(worker, "read only", async (scoped) => {
      const rows = await scoped.db.select().from(cases);
      const clocks = await readCaseClocks(
        scoped,
        rows.filter((row) => [open, closed].includes(row.id)),
      );
      expect(clocks.has(closed)).toBe(false);
      const keys = clocks.get(open)?.map((clock) => clock.key);
      expect(keys).toEqual(expect.arrayContaining([followUp, `hand:${hand}`, `release:${releaseId}`]));
      const ends = clocks.get(open)?.find((clock) => clock.key.startsWith("release:"));
      expect(ends?.alerts.map((alert) => `${alert.name} ${alert.on}`)).toContain(`-7 ${addDays(today, 23)}`);
    });
  });
});
