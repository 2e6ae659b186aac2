import { Agent } from "node:http";
import { loadavg } from "node:os";
import { ensureBuilt } from "../../bin/support/build.mjs";
import { anyPort } from "../../bin/support/ports.mjs";
import { startWeb, startWorker } from "../../bin/support/server.mjs";
import { inspectPostgres } from "../../db/embedded";
import { owner } from "../support/db";
import { drain, isQuick, isTrial, judged, type Measurement, quantile, round, sizeOf } from "./harness";
import { makeBigOrganisation } from "./support/big-organisation";
import { cpuSeconds } from "./support/cpu";
import { mix, type Request, requestOf, type World, wrongPassword } from "./support/load-mix";
import { takeSeats } from "./support/seats";
import { ask, fieldsOf } from "./support/web-forms";

const given = (name: string, otherwise: number): number => {
  const word = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  const value = word ? Number(word.split("=")[1]) : otherwise;
  if (!(value >= 0 && value <= 100_000)) throw new Error(`--${name} wants a number up to 100,000.`);
  return value;
};
const seconds = given("seconds", isQuick ? 20 : 180);
const rate = given("rate", 60);
const sessionCount = sizeOf(given("sessions", 200), 3);
const wrongRate = given("wrong", 50);
const cases = sizeOf(given("cases", 2_000), 20);
/** Beyond this the server is lost, and more requests would measure our own memory. */
const mostAtOnce = 1_000;
const idleMs = 10_000;
/** What 95 of 100 people may wait. */
const mostMs = 400;
/** A server that was just started compiles and plans as it goes: the same mix at a third of the rate comes first. */
const warmSeconds = 20;

type Seen = { kind: string; ms: number; status: number };

/**
 * Signed-in people at a steady rate against the real build, its worker and Postgres on this machine: alone, and while
 * wrong passwords come from many networks. Times count from when a request was due, so waiting in line is counted.
 */
export async function bench(): Promise<Measurement[]> {
  if (!isTrial) await ensureBuilt();
  const big = await makeBigOrganisation(cases);
  const seats = await takeSeats(big, sessionCount, cases);
  if (isTrial) return [];
  const port = await anyPort();
  const origin = `http://localhost:${port}`;
  const { DATA_DIR = "", DATABASE_URL = "" } = process.env;
  // As behind a proxy, so that tries of passwords are told apart by where they come from.
  const settings = {
    DATA_DIR,
    DATABASE_URL,
    APP_ORIGIN: origin,
    NEXTAUTH_URL: origin,
    PORT: String(port),
    TRUSTED_HOPS: "1",
  };
  const worker = startWorker(settings, "production");
  const web = await startWeb(settings, { dev: false, port, host: "127.0.0.1" });
  const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });
  try {
    const world: World = { origin, agent, seats, wrong: [] };
    await warmUp(world);
    await untilQueuesAreEmpty();
    await each(rate / 3, warmSeconds, (no) => timed(world, [], requestOf(world, no)));
    const alone = await run(world, 0);
    const beside = await run(world, wrongRate);
    return [
      ...measurementsOf(`${rate} requests a second`, alone),
      ...measurementsOf(`the same while ${wrongRate} wrong passwords a second come`, beside),
    ];
  } finally {
    agent.destroy();
    await web.stop();
    await worker.stop();
  }
}

/** Every seat opens the list once, and fetches a form to send later. */
async function warmUp(world: World): Promise<void> {
  for (const seat of world.seats) {
    const list = await ask(world.agent, world.origin, { path: "/cases", headers: { cookie: seat.cookie } });
    if (list.status !== 200 || !list.text.includes("<table")) throw new Error(`The list answers ${list.status}.`);
    const path = `/cases/${seat.caseIds[0]}/settings`;
    const page = await ask(world.agent, world.origin, { path, headers: { cookie: seat.cookie } });
    seat.change = fieldsOf(page.text, 'name="risk"');
  }
  const door = await ask(world.agent, world.origin, { path: "/sign-in" });
  world.wrong = fieldsOf(door.text, 'name="password"');
}

/** What the cases that were just opened asked of the worker is not what is measured. */
async function untilQueuesAreEmpty(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const [row] = await owner()<{ n: number }[]>`
      select count(*)::int as n from pgboss.job where state in ('created', 'active', 'retry') and start_after < now()`;
    if (row?.n === 0) return drain();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("The worker does not come to an end.");
}

type Phase = { seen: Seen[]; wrong: Seen[]; load: string; cpu: string };

async function run(world: World, wrongPerSecond: number): Promise<Phase> {
  const seen = [] as Seen[];
  const wrong = [] as Seen[];
  const idle = await cpuOver(() => new Promise((resolve) => setTimeout(resolve, idleMs)));
  const used = await cpuOver(async () => {
    const people = each(rate, seconds, (no) => timed(world, seen, requestOf(world, no)));
    const strangers = each(wrongPerSecond, seconds, (no) => timed(world, wrong, wrongPassword(world, no)));
    await Promise.all([people, strangers]);
  });
  return { seen, wrong, load: loadavg()[0]?.toFixed(1) ?? "", cpu: processorOf({ idle, used }, seen.length) };
}

type Used = Record<"product" | "Postgres" | "generator" | "seconds", number>;

/** What a request costs beyond what the worker and Postgres do all the time, whatever else runs on this machine. */
function processorOf({ idle, used }: Record<"idle" | "used", Used>, requests: number): string {
  const parts = (["product", "Postgres", "generator"] as const).map((who) => {
    const ms = ((used[who] - (idle[who] / idle.seconds) * used.seconds) * 1_000) / Math.max(1, requests);
    return `${who} ${round(ms)}`;
  });
  const always = round((1_000 * (idle.product + idle.Postgres)) / idle.seconds);
  return `processor ms a request: ${parts.join(", ")}; without any request ${always} a second`;
}

async function cpuOver(act: () => Promise<unknown>): Promise<Used> {
  const before = cpuNow();
  const began = performance.now();
  await act();
  const after = cpuNow();
  const seconds = (performance.now() - began) / 1_000;
  const part = (who: keyof typeof before) => after[who] - before[who];
  return { product: part("product"), Postgres: part("Postgres"), generator: part("generator"), seconds };
}

/** Web server and worker are ours; the generator of requests is this process. */
function cpuNow() {
  const { user, system } = process.cpuUsage();
  const ours = (user + system) / 1e6;
  const postmaster = inspectPostgres(process.env.DATA_DIR ?? "").running?.pid ?? 0;
  return { product: cpuSeconds(process.pid) - ours, Postgres: cpuSeconds(postmaster), generator: ours };
}

/** Calls `act` so many times a second, each at its own moment, whether or not those before are done. */
async function each(
  perSecond: number,
  forSeconds: number,
  act: (no: number, due: number) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const all: Promise<void>[] = [];
  for (let no = 0; no < perSecond * forSeconds; no += 1) {
    const due = began + (no * 1_000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    all.push(act(no, due));
  }
  await Promise.all(all);
}

let open = 0;

function timed(world: World, into: Seen[], { kind, taken, ...asked }: Request): Promise<void> {
  const began = performance.now();
  const note = (status: number) => {
    into.push({ kind, ms: performance.now() - began, status });
  };
  if (open >= mostAtOnce) {
    note(0);
    return Promise.resolve();
  }
  open += 1;
  return ask(world.agent, world.origin, asked)
    .then(
      ({ status, text }) => {
        if (status === 200) taken?.(text);
        note(status === 200 ? inWords(kind, text) : status);
      },
      () => note(0),
    )
    .finally(() => {
      open -= 1;
    });
}

/** A page that answers 200 may say in words that it failed, or that a change was refused. */
function inWords(kind: string, text: string): number {
  if (text.includes("Nothing you saved is lost")) return 500;
  return kind === "change" && !text.includes("notice--done") ? 422 : 200;
}

const isWrong = ({ status }: Seen): boolean => status !== 200 && status !== 303;

function measurementsOf(name: string, { seen, wrong, load, cpu }: Phase): Measurement[] {
  const strangers = wrong.length > 0 ? [lineOf(`${name}: the strangers`, wrong, `load ${load}`)] : [];
  return [
    judged(lineOf(`${name}: all`, seen, `load ${load}; ${cpu}`), "ours", "at most", mostMs),
    judged(errorsOf(`${name}: errors`, seen), "ours", "at most", 0),
    ...[...new Set(mix)].map((kind) =>
      lineOf(
        `${name}: ${kind}`,
        seen.filter((answer) => answer.kind === kind),
        `load ${load}`,
      ),
    ),
    ...strangers,
  ];
}

function errorsOf(name: string, seen: Seen[]): Measurement {
  const ours = seen.filter(isWrong).length;
  return { name, n: seen.length, unit: "wrong", ours, floor: null, ratio: null, note: "" };
}

function lineOf(name: string, seen: Seen[], around: string): Measurement {
  const times = seen.map(({ ms }) => ms);
  const at = (share: number) => round(quantile(times, share));
  const wrong = seen.filter(isWrong);
  const kinds = [...new Set(wrong.map(({ status }) => status))].map((value) => `${value || "no answer"}`).join(", ");
  const errors = wrong.length > 0 ? `${wrong.length} errors (${kinds})` : "0 errors";
  const note = `p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)} ms; ${errors}; ${sessionCount} sessions, ${cases} cases, ${seconds} s; ${around}`;
  return { name: `${name}, p95`, n: seen.length, unit: "ms", ours: at(0.95), floor: null, ratio: null, note };
}
