import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ctxFromClientPage } from "@/lib/auth/client-page/ctx-from-client-page";
import { leaveClientPage } from "@/lib/auth/client-page/leave-client-page";
import { readCasePage } from "@/lib/client/pages/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { listCases } from "@/lib/oversight/case-list/queries";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { type Door, opened, plantPage, turnPagesOn, typePin } from "@/tests/support/plant-client-page";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  await turnPagesOn(org);
});

const now = () => ({ ...worker.ctx, now: new Date() });
const eventsOf = async ({ caseId }: Door) => (await readCasePage(now(), caseId)).events.map(({ event }) => event);

describe("a client's page", () => {
  test("opens with its PIN, and a wrong one is told to the case and opens nothing", async () => {
    const door = await plantPage(worker);
    expect(await typePin(door, "00000000")).toMatchObject({ outcome: "wrong" });
    const { pageId, language, browser } = await opened(door);
    expect({ pageId, language }).toEqual({ pageId: door.pageId, language: "zu" });
    expect(await eventsOf(door)).toEqual(["opened", "wrong_pin", "made"]);
    expect((await readCasePage(now(), door.caseId)).page).toMatchObject({ hasNews: true, wrongPins: 1 });
    await leaveClientPage(browser);
    expect(await ctxFromClientPage(browser)).toBeNull();
    expect(await eventsOf(door)).toEqual(["left", "opened", "wrong_pin", "made"]);
  });

  test("sees of all tables its own page and nothing else, and no list of cases", async () => {
    const door = await plantPage(worker);
    await plantPage(worker);
    const { ctx } = await opened(door);
    const tables = await owner()<{ t: string }[]>`select c.relname as t from pg_class c
      where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' order by 1`;
    const seen = await withTransaction(ctx, "read only", async ({ db }) => {
      const counts: [string, number][] = [];
      for (const { t } of tables) {
        const count = sql`select count(*)::int as n from app.${sql.identifier(t)}`;
        const [row] = await db
          .transaction((tx) => tx.execute<{ n: number }>(count))
          .catch((): { n: number }[] => [{ n: 0 }]);
        if (row && row.n > 0) counts.push([t, row.n]);
      }
      return counts;
    });
    expect(seen).toEqual([
      ["client_pages", 1],
      ["data_keys", 1],
      ["organisations", 1],
    ]);
    await expect(listCases(ctx, {} as never)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("nobody who guesses locks out whoever opened it from their network before", async () => {
    const door = await plantPage(worker);
    await opened(door);
    const guesses = [];
    for (let i = 0; i < 25; i++) guesses.push(...(await guessFrom(door, `203.0.113.${i}`, 5)));
    expect(new Set(guesses.slice(0, 99))).toEqual(new Set(["wrong"]));
    expect(guesses.slice(101)).toEqual(guesses.slice(101).map(() => "slow"));
    expect((await typePin(door, door.pin, "203.0.113.99")).outcome).toBe("slow");
    expect((await typePin(door)).outcome).toBe("open");
  });

  test("five wrong ones from one network stop that network alone", async () => {
    const door = await plantPage(worker);
    expect(await guessFrom(door, "192.0.2.1", 6)).toEqual(["wrong", "wrong", "wrong", "wrong", "wrong", "slow"]);
    expect((await typePin(door, door.pin, "192.0.2.1")).outcome).toBe("slow");
    expect((await typePin(door, door.pin, "192.0.2.2")).outcome).toBe("open");
  });

  test("ends by itself after half an hour without a sign of her", async () => {
    const door = await plantPage(worker);
    const { browser } = await opened(door);
    await owner()`update auth.client_visits set seen_at = seen_at - interval '31 minutes' where page_id = ${door.pageId}`;
    expect(await ctxFromClientPage(browser)).toBeNull();
  });
});

async function guessFrom(door: Door, network: string, times: number): Promise<string[]> {
  const outcomes: string[] = [];
  for (let i = 0; i < times; i++) outcomes.push((await typePin(door, "00000000", network)).outcome);
  return outcomes;
}
