import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { deviceFamily } from "@/lib/auth/sessions/device-family";
import { mostAnnounced } from "@/lib/evidence/exhibits/most-announced";
import { env } from "@/lib/platform/env";
import { ensureBuilt } from "../../bin/support/build.mjs";
import { makeOrg, type Org } from "../support/org";
import { plantCase } from "../support/plant";
import {
  isQuick,
  isTrial,
  judged,
  type Measurement,
  millisecondsOf,
  quantile,
  reportProgress,
  round,
  sizeOf,
} from "./harness";
import { buildNext, putFile, startNext, type WebServer } from "./support/web-server";

const MB = 1_000_000;
const rounds = isQuick ? 1 : 3;
/** The person at the other end has this many files on the way at once, here as with the route that discards them. */
const atOnce = 8;
const large = isQuick ? 100 * MB : 500 * MB;
const small = isQuick ? 60 : 500;
const discarding = "tests/bench/support/discarding";
const warming = 30;

type Batch = { name: string; paths: string[]; size: number };
type Sender = { origin: string; headers: Record<string, string>; caseId: string };
/** The next of several people. Each has a case of their own. */
type Next = () => Sender;

/**
 * One to begin with and one for each round, since 1,500 files are more than one person may record in a short time, and
 * more than one would.
 */
const senders = sizeOf(5, 2);

/**
 * One file of 500 MB, and 500 files of 1 MB of which several are on the way at once, through the real route, beside the
 * least that could be done with them. `--quick`: 100 MB, and 60 files.
 */
export async function bench(): Promise<Measurement[]> {
  if (isTrial) {
    await makeSenders("");
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), "crossdocket-ingest-"));
  await ensureBuilt();
  buildNext(discarding);
  const ours = await startNext(".");
  const bare = await startNext(discarding);
  try {
    const batches = [
      { name: `1 file of ${large / MB} MB`, paths: makeFiles(folder, "large", 1, large), size: large },
      { name: `${small} files of 1 MB`, paths: makeFiles(folder, "small", small, MB), size: MB },
    ];
    const next = await makeSenders(ours.origin);
    const found: Measurement[] = [];
    for (const batch of batches) {
      const rows = await measure(batch, next, ours, bare, folder);
      reportProgress(rows);
      found.push(...rows);
    }
    const held = await memory(next(), ours, folder);
    reportProgress([held]);
    return [...found, held];
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
    rmSync(folder, { recursive: true, force: true });
    rmSync(join(discarding, ".next"), { recursive: true, force: true });
  }
}

function makeFiles(folder: string, name: string, count: number, size: number): string[] {
  const block = randomBytes(MB);
  return Array.from({ length: count }, (_, i) => {
    const path = join(folder, `${name}-${i}`);
    for (let at = 0; at < size; at += MB) {
      block.writeUInt32BE(i * 1000 + at / MB, 0);
      writeFileSync(path, block, { flag: "a" });
    }
    return path;
  });
}

async function makeSenders(origin: string): Promise<Next> {
  const org = await makeOrg();
  const all: Sender[] = [];
  for (let at = 0; at < senders; at += 1) all.push(await makeSender(origin, org, at));
  let turn = 0;
  return () => {
    const sender = all[turn % all.length];
    turn += 1;
    if (!sender) throw new Error("Nobody sends.");
    return sender;
  };
}

/** A signed-in caseworker with a case, as the browser's cookie carries them. */
async function makeSender(origin: string, org: Org, at: number): Promise<Sender> {
  const worker = await org.person("caseworker");
  const caseId = await plantCase(worker.ctx, { number: at + 1 });
  const token = { st: worker.token.toString("base64url"), dv: deviceFamily(null) };
  const sid = await encode({ token, secret: env().AUTH_SECRET });
  return { origin, caseId, headers: { cookie: `sid=${sid}`, origin, "sec-fetch-site": "same-origin" } };
}

/** Announces a batch as the page does, by one request for many files, and sends the files several at a time. */
async function sendAll(sender: Sender, paths: readonly string[], size: number): Promise<void> {
  const announced: { id: string; path: string }[] = [];
  for (let at = 0; at < paths.length; at += mostAnnounced) {
    announced.push(...(await announce(sender, paths.slice(at, at + mostAnnounced), size)));
  }
  await each(announced, ({ id, path }) => putFile(`${sender.origin}/api/evidence/${id}`, path, size, sender.headers));
}

async function announce({ origin, headers, caseId }: Sender, paths: readonly string[], size: number) {
  const about = { caseId, description: "Measured", method: "other", howObtained: "own_record" };
  const announced = await fetch(`${origin}/api/evidence/announce`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ ...about, files: paths.map(() => ({ fileName: "bench.bin", size })) }),
  });
  const message = await announced.text();
  if (announced.status !== 201) throw new Error(`announce: ${announced.status} ${message}`);
  const ids = JSON.parse(message) as { id: string }[];
  return paths.map((path, at) => ({ path, id: ids[at]?.id ?? "" }));
}

async function each<T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> {
  const left = [...items];
  const lane = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

async function measure(batch: Batch, next: Next, ours: WebServer, bare: WebServer, folder: string) {
  const { paths, size, name } = batch;
  const times = { ours: [] as number[], bare: [] as number[], openssl: [] as number[], writes: [] as number[] };
  // Both as they are after some files: what a server does at its first ones is no part of what it does with 500.
  const first = paths.slice(0, warming);
  await each(first, (path) => putFile(`${bare.origin}/api/discard`, path, size));
  await sendAll(next(), first, size);
  ours.resetPeak();
  for (let turn = 0; turn < rounds; turn += 1) {
    times.bare.push(
      await millisecondsOf(() => each(paths, (path) => putFile(`${bare.origin}/api/discard`, path, size))),
    );
    const sender = next();
    times.ours.push(await millisecondsOf(() => sendAll(sender, paths, size)));
    times.openssl.push(await millisecondsOf(async () => run("openssl", ["dgst", "-sha256", ...paths])));
    times.writes.push(await millisecondsOf(async () => run(process.execPath, writesOf(folder, paths))));
    // This process waited for those programs: which connections were closed meanwhile it learns only now.
    await sleep(100);
  }
  const rate = (all: number[]) => (paths.length * size) / MB / (quantile(all, 0.5) / 1000);
  const row = (floor: number[], note: string): Measurement => ({
    name,
    n: rounds,
    unit: "per s",
    ours: round(rate(times.ours)),
    floor: round(rate(floor)),
    ratio: round(rate(times.ours) / rate(floor)),
    note: `MB a second; floor: ${note}`,
  });
  return [
    judged(
      row(times.bare, `the same bytes to a route that discards them, ${atOnce} at once`),
      "ratio",
      "at least",
      0.4,
    ),
    row(times.openssl, "openssl dgst -sha256"),
    row(times.writes, "encrypt and write"),
  ];
}

const writesOf = (folder: string, paths: string[]) => [
  "--import",
  "tsx",
  "tests/bench/support/bare-writes.ts",
  join(folder, "bare"),
  ...paths,
];

function run(program: string, args: string[]): void {
  const done = spawnSync(program, args, { stdio: ["ignore", "pipe", "inherit"], maxBuffer: 16 * MB });
  if (done.status !== 0) throw new Error(`${program} ended with ${done.status}.`);
}

/** The peak of the server for a file of 500 MB beside that for one of 50 MB: it must not grow with the file. */
async function memory(sender: Sender, server: WebServer, folder: string): Promise<Measurement> {
  const peaks: number[] = [];
  for (const [name, size] of [
    ["tenth", large / 10],
    ["whole", large],
  ] as const) {
    const [path = ""] = makeFiles(folder, name, 1, size);
    server.resetPeak();
    await sendAll(sender, [path], size);
    peaks.push(server.peakMb());
  }
  const [before = 0, after = 0] = peaks;
  const note = `peak of the server for one file of ${large / MB} MB; floor: for one of ${large / 10 / MB} MB`;
  const row: Measurement = {
    name: "peak memory",
    n: 1,
    unit: "MB",
    ours: round(after),
    floor: round(before),
    ratio: round(after / before),
    note,
  };
  return judged(row, "ratio", "at most", 1.2);
}
