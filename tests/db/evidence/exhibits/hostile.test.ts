import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listDerivatives, openDerivative } from "@/lib/evidence/derivatives/queries";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { listExhibits, readOriginal } from "@/lib/evidence/exhibits/queries";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { newId } from "@/lib/platform/ids";
import { createSandbox } from "@/lib/platform/sandbox/sandbox";
import { makeCorpus } from "@/tests/fixtures/hostile/make";
import type { Hostile } from "@/tests/fixtures/hostile/types";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { addExhibit } from "@/tests/support/exhibit";
import { bytesOf } from "@/tests/support/files";
import { wrongInPacket } from "@/tests/support/hostile-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { ownWork } from "@/tests/support/own-work";
import { plantCase } from "@/tests/support/plant";

const MIB = 1024 * 1024;
const limits = { inspectMs: 4000, renderMs: 6000, pageMs: 3000 };
const looker = createSandbox({ places: 3, ...limits });
const path = join(tmpdir(), `crossdocket-ran-${newId()}`);

let org: Org;
let worker: Person;
let server: Server;
let corpus: Hostile[];
let chunks: { caseId: string; files: Hostile[] }[] = [];
const called: string[] = [];
const perPacket = 56;
/** Files sent and files looked into so far: a clock that a busy machine slows down with everything else. */
let steps = 0;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  server = createServer((request, response) => {
    called.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  corpus = await makeCorpus({ url: `http://127.0.0.1:${port}`, path });
  const starts = corpus.flatMap((_, at) => (at % perPacket === 0 ? [at] : []));
  chunks = await Promise.all(
    starts.map(async (at) => {
      const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
      return { caseId, files: corpus.slice(at, at + perPacket) };
    }),
  );
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** What one file came to, from the browser's announcement to the bytes read back. */
type Fate = { name: string; seen: string; wrong: string[]; took: number };

type Sent = Hostile & { exhibitId: string; sha256: string };

/** One after the other, so that exhibits are numbered in the order of the corpus. */
async function send(): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const { caseId, files } of chunks) {
    for (const file of files) {
      const sha256 = createHash("sha256").update(file.bytes).digest("hex");
      const { exhibitId } = await addExhibit(worker.ctx, caseId, file.bytes, { fileName: file.name, sha256 });
      sent.push({ ...file, exhibitId, sha256 });
      steps += 1;
    }
  }
  return sent;
}

async function fateOf({ name, bytes, kind, problem, exhibitId, sha256 }: Sent): Promise<Fate> {
  const started = performance.now();
  await inspectExhibit(org.service(), { exhibitId }, looker);
  const took = performance.now() - started;
  steps += 1;
  const original = await readOriginal(worker.ctx, exhibitId);
  const back = await bytesOf(await (await openOriginal(worker.ctx, original)).open());
  const wrong = [
    ...(back.equals(bytes) && original.sha256 === sha256 ? [] : ["the bytes are not those that were sent"]),
    ...(original.originalName === name ? [] : ["the name is another one"]),
    ...(original.look ? [] : ["nobody looked"]),
    ...(kind === undefined || original.look?.kind === kind ? [] : [`it is ${kind}`]),
    ...(problem === undefined || original.look?.problem === problem ? [] : [`its problem is ${problem}`]),
    ...(await wrongPages(exhibitId)),
  ];
  return { name, seen: `${original.look?.kind} ${original.look?.problem}`, wrong, took };
}

/** What was drawn of it must be plain: a JPEG or PNG, or text, whose hash is the one on record. */
async function wrongPages(exhibitId: string): Promise<string[]> {
  const wrong: string[] = [];
  const made = await listDerivatives(worker.ctx, exhibitId);
  for (const derivative of [made[0], made.at(-1)].filter((candidate) => candidate !== undefined)) {
    const bytes = await bytesOf((await openDerivative(worker.ctx, derivative.id)).file.stream);
    const starts = { jpeg: /^ffd8ff/, png: /^89504e/, json: derivative.kind === "words" ? /^5b/ : /^7b226b/ };
    if (!starts[derivative.format].test(bytes.toString("hex", 0, 3)))
      wrong.push(`page ${derivative.page} is no ${derivative.format}`);
    if (createHash("sha256").update(bytes).digest("hex") !== derivative.sha256)
      wrong.push(`page ${derivative.page} has another hash`);
  }
  return wrong;
}

test("every hostile file is kept as it came, runs nothing, calls nobody and holds nobody up", {
  timeout: 400_000,
}, async () => {
  expect(corpus.length).toBeGreaterThanOrEqual(200);
  const otherCase = await plantCase(worker.ctx);
  const loop = monitorEventLoopDelay({ resolution: 10 });
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const memory = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 100);
  let asked = 0;
  let heldUp = 0;
  let working = true;
  const meanwhile = (async () => {
    while (working) {
      const from = steps;
      await listExhibits(worker.ctx, otherCase);
      asked += 1;
      heldUp = Math.max(heldUp, steps - from);
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  })();
  loop.enable();
  const turns = watchTurns();
  const idle = await watchIdleThread();
  const started = performance.now();
  const fates = await inTurns(await send(), 3);
  const took = performance.now() - started;
  working = false;
  await meanwhile;
  clearInterval(memory);
  loop.disable();
  const idleMs = await idle.most();
  const turnMs = turns.stop();
  const measured = {
    files: fates.length,
    seconds: took / 1000,
    grewMiB: (most - before) / MIB,
    loopMs: loop.max / 1e6,
    idleMs,
    turnMs,
    asked,
    heldUp,
  };
  if (process.env.HOSTILE_REPORT) report(fates, measured);

  expect(fates.filter((fate) => fate.wrong.length > 0)).toEqual([]);
  expect(fates.filter((fate) => fate.took > limits.renderMs + limits.inspectMs + 10_000)).toEqual([]);
  expect(called).toEqual([]);
  expect(existsSync(path)).toBe(false);
  expect(measured.grewMiB).toBeLessThan(100);
  expect(measured.turnMs).toBeLessThan(500);
  // Waiting is no work. A busy machine takes more turns from a thread that works than from one that does nothing.
  expect(measured.loopMs).toBeLessThan(3000 + idleMs);
  expect(measured.asked).toBeGreaterThan(20);
  // Who works on another case waits for no file: at most what three places and a sender finish in the meantime.
  expect(measured.heldUp).toBeLessThan(20);
});

test("every hostile file goes through a packet: shown, or a cover that says why not", {
  timeout: 400_000,
}, async () => {
  for (const { caseId, files } of chunks) {
    const { id } = await draftPacket(worker.ctx, { caseId, ...draft });
    await assemblePacket(org.service(), { packetId: id });
    expect((await getPacket(worker.ctx, id)).progress.error).toBeNull();
    expect(await wrongInPacket(org, id, files)).toEqual([]);
  }
  expect(called).toEqual([]);
  expect(existsSync(path)).toBe(false);
});

/** The most that this thread worked without letting others run, in milliseconds of processor. */
function watchTurns() {
  let most = 0;
  let spent = ownWork();
  const timer = setInterval(() => {
    most = Math.max(most, spent());
    spent = ownWork();
  }, 10);
  const stop = () => {
    clearInterval(timer);
    return Math.max(most, spent());
  };
  return { stop };
}

/** How long a thread that does nothing had to wait for its turn: what the machine took from us, in milliseconds. */
async function watchIdleThread() {
  const code = `const { parentPort } = require("node:worker_threads");
    const loop = require("node:perf_hooks").monitorEventLoopDelay({ resolution: 10 });
    loop.enable();
    parentPort.once("message", () => parentPort.postMessage(loop.max / 1e6));
    parentPort.postMessage("ready");`;
  const thread = new Worker(code, { eval: true });
  const answer = () => new Promise<unknown>((resolve) => thread.once("message", resolve));
  await answer();
  const most = async () => {
    const text = answer();
    thread.postMessage("stop");
    const idleMs = Number(await text);
    await thread.terminate();
    return idleMs;
  };
  return { most };
}

async function inTurns(files: readonly Sent[], lanes: number): Promise<Fate[]> {
  const fates: Fate[] = [];
  const left = [...files];
  const lane = async () => {
    for (let file = left.shift(); file; file = left.shift()) fates.push(await fateOf(file));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return fates;
}

function report(fates: readonly Fate[], measured: object): void {
  const slow = [...fates].sort((a, b) => b.took - a.took);
  for (const { name, seen, took, wrong } of slow) {
    process.stdout.write(
      `${took.toFixed(0).padStart(6)} ms  ${seen.padEnd(28)} ${JSON.stringify(name)} ${wrong.join(", ")}\n`,
    );
  }
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}
