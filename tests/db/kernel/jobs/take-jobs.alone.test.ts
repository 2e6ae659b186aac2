import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTransaction } from "@/lib/kernel/access/ctx";
import type { JobName } from "@/lib/kernel/jobs/names";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { type Perform, placesOf, takeJobs, turnsOf } from "@/lib/operations/worker/take-jobs";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { bossLink } from "@/lib/platform/network/tls-policy";
import { places } from "@/lib/platform/sandbox/sandbox";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org } from "@/tests/support/org";

let orgs: Org[];
let boss: PgBoss;
const begun: string[] = [];
const atWork = new Map<string, number>();
let most = 0;
let mostOfOne = 0;
/** Jobs that do not end before somebody says so. */
const slow = new Map<string, () => void>();
const waits = new Set<string>();

const perform: Perform = async (_name, { data }) => {
  const { exhibitId = "" } = data as { exhibitId?: string };
  begun.push(exhibitId);
  atWork.set(data.orgId, (atWork.get(data.orgId) ?? 0) + 1);
  most = Math.max(
    most,
    [...atWork.values()].reduce((sum, value) => sum + value),
  );
  mostOfOne = Math.max(mostOfOne, ...atWork.values());
  if (waits.has(exhibitId)) await new Promise<void>((resolve) => slow.set(exhibitId, resolve));
  atWork.set(data.orgId, (atWork.get(data.orgId) ?? 1) - 1);
  return "completed";
};

beforeAll(async () => {
  orgs = await Promise.all([makeOrg(), makeOrg(), makeOrg(), makeOrg(), makeOrg()]);
  await owner()`delete from pgboss.job where name = 'exhibit.look'`;
  boss = new PgBoss({ ...bossLink(env().DATABASE_URL), schema: "pgboss", migrate: false, schedule: false });
  boss.on("error", () => undefined);
  await boss.start();
});
const turns: { stop: () => void }[] = [];
afterAll(async () => {
  for (const { stop } of turns) stop();
  await boss?.stop({ graceful: false });
});

async function ask(org: Org | undefined, isSlow = false): Promise<string> {
  const exhibitId = newId();
  if (isSlow) waits.add(exhibitId);
  if (org)
    await withTransaction(org.service(), "read write", (scoped) => enqueue(scoped, "exhibit.look", { exhibitId }));
  return exhibitId;
}

const done = async (id: string) => {
  const [row] = await owner()`select state from pgboss.job where data->>'exhibitId' = ${id}`;
  return row?.state;
};
const patient = { timeout: 20_000, interval: 100 };

test("a slow file of one organisation holds up no other, and each has one place at a time", async () => {
  const [first, second, third] = orgs;
  turns.push(await takeJobs(boss, perform, ["exhibit.look"]));
  const stuck = await ask(first, true);
  await expect.poll(() => begun, patient).toContain(stuck);

  // Asked for only now: of jobs that wait together any may come first, as each place looks for itself.
  const behind = [await ask(first), await ask(first)];
  const quick = [await ask(second), await ask(third), await ask(second)];
  for (const id of quick) await expect.poll(() => done(id), patient).toBe("completed");
  expect(await done(stuck)).toBe("active");
  for (const id of behind) expect(begun).not.toContain(id);

  slow.get(stuck)?.();
  for (const id of behind) await expect.poll(() => done(id), patient).toBe("completed");
  expect(mostOfOne).toBe(1);
});

test("no more are open at once than there are places", async () => {
  most = 0;
  slow.clear();
  const all = await Promise.all(orgs.map((org) => ask(org, true)));
  await expect.poll(() => slow.size, patient).toBeGreaterThanOrEqual(places.looks);
  for (let left = all.filter((id) => waits.has(id)); left.length > 0; left = left.filter((id) => waits.has(id))) {
    for (const id of left) {
      const end = slow.get(id);
      if (!end) continue;
      end();
      waits.delete(id);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const id of all) await expect.poll(() => done(id), patient).toBe("completed");
  expect(most).toBe(places.looks);
});

test("the same holds for whatever else a single file can make long", () => {
  const long: JobName[] = ["exhibit.look", "exhibit.scan", "chat.read", "import.work"];
  for (const name of long) {
    expect({ name, several: placesOf(name) > 1, ofOneOrganisation: turnsOf(name).localGroupConcurrency }).toEqual({
      name,
      several: true,
      ofOneOrganisation: 1,
    });
  }
});

test("a queue that rarely looks by itself is told of its jobs, one after another, until it is stopped", async () => {
  const [first] = orgs;
  const done: string[] = [];
  const taken = await takeJobs(
    boss,
    async (_name, { id }) => {
      done.push(id);
      return "completed";
    },
    ["files.tidy"],
  );
  expect(turnsOf("files.tidy").pollingIntervalSeconds).toBeGreaterThan(patient.timeout / 1_000);
  const send = () => boss.send("files.tidy", { orgId: first?.id ?? "" });
  // Whatever its first look found is over by then.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const ids = [await send(), await send(), await send()];
  await expect.poll(() => [...done].sort(), patient).toEqual([...ids].sort());
  taken.stop();
});
