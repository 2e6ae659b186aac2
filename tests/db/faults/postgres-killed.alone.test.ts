import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { verifyChain } from "@/lib/kernel/audit/verify-chain";
import { closeOwner, owner } from "../../support/db";
import { seededNumbers } from "../../support/files";
import { makeOrg, type Org, type Person } from "../../support/org";
import { startOwnPostgres } from "../../support/own-postgres";
import { plantCase } from "../../support/plant";

/** FAULT_ROUNDS makes it longer: each round kills the server under four writers. */
const rounds = Number(process.env.FAULT_ROUNDS ?? 2);

let postgres: Awaited<ReturnType<typeof startOwnPostgres>>;
let org: Org;
let person: Person;
let caseId: string;
const acknowledged = new Set<string>();
const errors: string[] = [];
let slowest = 0;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  org = await makeOrg();
  person = await org.person("caseworker");
  caseId = await plantCase(person.ctx);
}, 120_000);

afterAll(() => postgres?.remove());

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

test("Postgres is killed under writers again and again: every acknowledged row is there, and the chain has no gap", {
  timeout: 120_000 + rounds * 60_000,
}, async () => {
  const random = seededNumbers(20_261_127);
  for (let round = 0; round < rounds; round += 1) {
    let over = false;
    const writers = ["a", "b", "c", "d"].map((name) => write(() => over, `${round}${name}`));
    await new Promise((resolve) => setTimeout(resolve, 200 + random() * 800));
    await postgres.crash("SIGKILL");
    const from = performance.now();
    await postgres.start();
    const before = acknowledged.size;
    await vi.waitUntil(() => acknowledged.size > before + 4, { timeout: 55_000, interval: 20 });
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
  console.info(
    `rounds ${rounds}, rows ${acknowledged.size}, refused ${errors.length}, slowest ${Math.round(slowest)} ms`,
  );
});
