import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeAll, expect, inject, test, vi } from "vitest";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { verifyOrganisation } from "@/lib/evidence/verification/verify-organisation";
import { verifyChain } from "@/lib/kernel/audit/verify-chain";
import { getPacket, listParts } from "@/lib/packets/packets/queries";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { env } from "@/lib/platform/env";
import { askErasure } from "@/lib/privacy/erasures/ask-erasure";
import { decideErasure } from "@/lib/privacy/erasures/decide-erasure";
import { readErasureState } from "@/lib/privacy/erasures/queries";
import { canary, contentOf } from "@/tests/unit/platform/storage/killed-content";
import { draftedPacket } from "../../support/built-packet";
import { owner } from "../../support/db";
import { bytesOf, filesBelow, seededNumbers } from "../../support/files";
import { makeOrg, type Org, type Person } from "../../support/org";
import { plantCase } from "../../support/plant";

/** FAULT_ROUNDS makes it longer: each round kills a sender and a worker. */
const rounds = Number(process.env.FAULT_ROUNDS ?? 3);
const packetEvery = 3;

type Kept = { index: number; exhibitId: string; sha256: string };
let org: Org;
let worker: Person;
let asker: Person;
let second: Person;
let caseId: string;
const kept: Kept[] = [];
const packets: string[] = [];
const erased: { requestId: string; caseId: string }[] = [];
let kills = 0;
let slowest = 0;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  asker = await org.person("supervisor");
  second = await org.person("supervisor", "Second Example");
  caseId = await plantCase(worker.ctx);
});

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
});

function start(file: string, ...args: string[]): ChildProcess {
  const from = ["--conditions=react-server", "--import", "tsx", file, ...args];
  const child = spawn(process.execPath, from, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...inject("database").keys },
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  if (child.exitCode === null && child.signalCode === null && child.kill("SIGKILL")) {
    await gone;
    kills += 1;
  }
}

/** Sends until it is killed, so long after it answered first. */
async function sendAndKill(ms: number): Promise<void> {
  const from = performance.now();
  const child = start(
    "tests/db/faults/send-until-killed.ts",
    worker.token.toString("base64url"),
    caseId,
    String((kept.at(-1)?.index ?? -1) + 1),
  );
  let killed: Promise<void> | undefined;
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    if (line === "ready") {
      slowest = Math.max(slowest, performance.now() - from);
      killed = new Promise((resolve) => setTimeout(resolve, ms)).then(() => kill(child));
    } else kept.push(JSON.parse(line) as Kept);
  }
  // What it wrote may end before it is known to be gone.
  await killed;
}

const jobsSince = async (instant: Date): Promise<number> => {
  const [row] = await owner()<{ n: number }[]>`select count(*)::int as n from pgboss.job
    where started_on > ${instant} and name in ('packet.assemble', 'record.erase', 'exhibit.look')`;
  return row?.n ?? 0;
};

/** Kills the worker, so long after it took a job. */
async function workAndKill(ms: number): Promise<void> {
  const from = new Date();
  const child = start("lib/operations/worker/worker.ts");
  child.stdout?.resume();
  await vi.waitUntil(async () => (await jobsSince(from)) > 0, { timeout: 90_000, interval: 20 });
  await new Promise((resolve) => setTimeout(resolve, ms));
  await kill(child);
}

async function giveWork(round: number): Promise<void> {
  const planted = await plantCase(asker.ctx, { closedAt: new Date("2021-01-04T10:00:00Z"), outcome: "safe" });
  const ask = { of: "case", id: planted, ground: "kept_long_enough", reason: "Closed long ago, nothing pending" };
  const { id: requestId } = await askErasure(asker.ctx, ask);
  await decideErasure(await org.confirmed(second), { requestId, decision: "release" });
  erased.push({ requestId, caseId: planted });
  if (round % packetEvery !== 0) return;
  packets.push((await draftedPacket(org, worker, { files: ["letter.pdf", "photo.jpg", "note.txt"] })).id);
}

test("senders and workers are killed again and again: what was acknowledged is there, once, and the log is whole", {
  timeout: 240_000 + rounds * 30_000,
}, async () => {
  const random = seededNumbers(20_261_126);
  for (let round = 0; round < rounds; round += 1) {
    await giveWork(round);
    await Promise.all([sendAndKill(200 + random() * 1_800), workAndKill(random() * 900)]);
  }
  expect(kills).toBe(2 * rounds);
  const last = start("lib/operations/worker/worker.ts");
  last.stdout?.resume();
  const state = async () => Promise.all(packets.map(async (id) => (await getPacket(worker.ctx, id)).progress.status));
  await vi.waitUntil(async () => (await state()).every((packetStatus) => packetStatus !== "building"), {
    timeout: 180_000,
    interval: 500,
  });
  const ends = () => Promise.all(erased.map(({ requestId }) => readErasureState(org.service(), requestId)));
  await vi.waitUntil(async () => (await ends()).every((end) => end === "done"), { timeout: 180_000, interval: 500 });
  await kill(last);

  const built = await Promise.all(packets.map(async (id) => (await getPacket(worker.ctx, id)).progress));
  expect(built.map(({ status, error }) => [status, error])).toEqual(packets.map(() => ["ready", null]));
  for (const id of packets) {
    const parts = (await listParts(worker.ctx, id)).map(({ part }) => part);
    expect(new Set(parts).size).toBe(parts.length);
    expect((await org.auditOf(id)).filter((action) => action === "packet.assembled")).toHaveLength(1);
  }
  for (const { requestId } of erased) {
    expect((await org.auditOf(requestId)).filter((action) => action === "erasure.done")).toHaveLength(1);
  }
  expect(kept.length).toBeGreaterThan(0);
  for (const { index, exhibitId, sha256 } of kept) {
    const original = await openOriginal(worker.ctx, await readOriginal(worker.ctx, exhibitId));
    const bytes = await bytesOf(await original.open());
    expect([sha256Hex(bytes), bytes.equals(contentOf(index))], `file ${index}`).toEqual([sha256, true]);
  }
  expect(await verifyChain(org.service())).toMatchObject({ broken: null, breaks: 0 });
  expect(await verifyOrganisation(org.service())).toMatchObject({ broken: {} });
  for (const name of await filesBelow(env().DATA_DIR)) {
    expect((await readFile(join(env().DATA_DIR, name))).includes(canary), name).toBe(false);
  }
  console.info(
    `kills ${kills}, files ${kept.length}, packets ${packets.length}, erasures ${erased.length}, slowest ${Math.round(slowest)} ms`,
  );
});
