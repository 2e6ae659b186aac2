import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { inspectPostgres, startPostgres } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { verifyChain } from "@/lib/audit/verify-chain";
import { raiseFlag } from "@/lib/flags/raise-flag";
import { jobNames } from "@/lib/jobs/names";
import { closeOwner, owner } from "../../support/db";
import { seededNumbers } from "../../support/files";
import { makeOrg, type Org, type Person } from "../../support/org";
import { plantCase } from "../../support/plant";

/** FAULT_ROUNDS makes it longer: each round kills the server under four writers. */
const rounds = Number(process.env.FAULT_ROUNDS ?? 2);

const dataDir = mkdtempSync(join(tmpdir(), "crossdocket-killed-"));
/** Not a throwaway one: what was acknowledged must be there after the crash. */
const start = () => startPostgres({ dataDir });
let server: Awaited<ReturnType<typeof start>>;
let org: Org;
let person: Person;
let caseId: string;
const acknowledged = new Set<string>();
const errors: string[] = [];
let slowest = 0;

beforeAll(async () => {
  chmodSync(dataDir, 0o711);
  server = await start();
  const serviceToken = Buffer.from(inject("database").keys.SERVICE_TOKEN, "base64");
  await migrate({ ownerUrl: server.ownerUrl, appRole: "crossdocket_app", serviceToken, queues: jobNames });
  await closeDatabase();
  Object.assign(process.env, { DATABASE_URL: server.appUrl, DATABASE_OWNER_URL: server.ownerUrl });
  org = await makeOrg();
  person = await org.person("caseworker");
  caseId = await plantCase(person.ctx);
}, 120_000);

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Writes until it is told to stop; what came back as done is remembered. */
async function write(isOver: () => boolean, name: string): Promise<void> {
  for (let no = 0; !isOver(); no += 1) {
    try {
      const { id } = (await raiseFlag(person.ctx, { caseId, message: `${name} ${no}` })) as { id: string };
      acknowledged.add(id);
    } catch (error) {
      errors.push(error instanceof Error ? error.name : typeof error);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** No signal that a program can hear: the postmaster is gone at once, and its children find out by themselves. */
async function killServer(): Promise<void> {
  const { running } = inspectPostgres(dataDir);
  if (!running) throw new Error("No Postgres runs.");
  process.kill(running.pid, "SIGKILL");
  await vi.waitUntil(() => !inspectPostgres(dataDir).running, { timeout: 10_000 });
}

test("Postgres is killed under writers again and again: every acknowledged row is there, and the chain has no gap", {
  timeout: 120_000 + rounds * 60_000,
}, async () => {
  const random = seededNumbers(20_261_127);
  for (let round = 0; round < rounds; round += 1) {
    let over = false;
    const writers = ["a", "b", "c", "d"].map((name) => write(() => over, `${round}${name}`));
    await new Promise((resolve) => setTimeout(resolve, 200 + random() * 800));
    await killServer();
    const from = performance.now();
    server = await start();
    const before = acknowledged.size;
    await vi.waitUntil(() => acknowledged.size > before + 4, { timeout: 30_000, interval: 20 });
    slowest = Math.max(slowest, performance.now() - from);
    over = true;
    await Promise.all(writers);
  }
  await closeOwner();
  const rows = await owner().begin(async (tx) => {
    await tx`select ctx.put(${org.id}, ${person.memberId}, 'service')`;
    return tx<{ id: string }[]>`select id from app.case_flags`;
  });
  const there = new Set(rows.map(({ id }) => id));
  expect([...acknowledged].filter((id) => !there.has(id))).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(rounds * 5);
  expect(await verifyChain(org.service())).toMatchObject({ broken: null, breaks: 0 });
  expect(slowest).toBeLessThan(30_000);
  console.info(
    `rounds ${rounds}, rows ${acknowledged.size}, refused ${errors.length}, slowest ${Math.round(slowest)} ms`,
  );
});
