import { Agent } from "node:http";
import { loadavg } from "node:os";
import { encode } from "next-auth/jwt";
import postgres from "postgres";
import { deviceFamily } from "@/lib/auth/device-family";
import { openCase } from "@/lib/cases/open-case";
import { env } from "@/lib/platform/env";
import { ensureBuilt } from "../../bin/support/build.mjs";
import { anyPort } from "../../bin/support/ports.mjs";
import { startWeb, startWorker } from "../../bin/support/server.mjs";
import { inspectPostgres } from "../../db/embedded";
import { caseForm } from "../support/case-form";
import { owner } from "../support/db";
import { sessionBy } from "../support/sessions";
import { drain, type Measurement, quantile, round } from "./harness";
import { type BigOrganisation, makeBigOrganisation } from "./support/big-organisation";
import { cpuSeconds } from "./support/cpu";
import { type Asked, ask, fieldsOf, formBody } from "./support/web-forms";

const given = (name: string, otherwise: number): number => {
  const word = process.argv.find((one) => one.startsWith(`--${name}=`));
  const value = word ? Number(word.split("=")[1]) : otherwise;
  if (!(value >= 0 && value <= 100_000)) throw new Error(`--${name} wants a number up to 100,000.`);
  return value;
};
const seconds = given("seconds", 180);
const rate = given("rate", 60);
const sessionCount = given("sessions", 200);
const wrongRate = given("wrong", 50);
const cases = given("cases", 2_000);
const casesEach = 15;
/** Beyond this the server is lost, and more requests would measure our own memory. */
const mostAtOnce = 1_000;
const idleMs = 10_000;

const only = process.argv.find((one) => one.startsWith("--only="))?.slice(7);

type Kind = "list" | "list as data" | "case" | "search" | "change";
/** Out of twenty requests. */
const all: readonly Kind[] = [
  ...Array<Kind>(6).fill("list"),
  ...Array<Kind>(2).fill("list as data"),
  ...Array<Kind>(6).fill("case"),
  ...Array<Kind>(4).fill("search"),
  ...Array<Kind>(2).fill("change"),
];
const mix = all.filter((kind) => !only || kind === only);

type Seat = { cookie: string; caseIds: string[]; change: [string, string][] };
type World = {
  origin: string;
  agent: Agent;
  seats: Seat[];
  big: BigOrganisation;
  wrong: [string, string][];
  dataPath: string;
};
type Seen = { kind: string; ms: number; status: number };

/**
 * Signed-in people at a steady rate against the real build, its worker and Postgres on this machine: alone, and while
 * wrong passwords come from many networks. Times count from when a request was due, so waiting in line is counted.
 */
export async function bench(): Promise<Measurement[]> {
  await ensureBuilt();
  const big = await makeBigOrganisation(cases);
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
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  try {
    const world = {
      origin,
      agent,
      big,
      seats: await takeSeats(big),
      wrong: [] as [string, string][],
      dataPath: "/cases",
    };
    await warmUp(world);
    await untilQueuesAreEmpty();
    const alone = await run(world, 0);
    const beside = await run(world, wrongRate);
    return [
      ...said(`${rate} requests a second`, alone),
      ...said(`the same while ${wrongRate} wrong passwords a second come`, beside),
    ];
  } finally {
    agent.destroy();
    await web.stop();
    await worker.stop();
  }
}

/** Sessions of the organisation's own people, several each, with cases that they opened by the form. */
async function takeSeats({ caseworkers: people, org }: BigOrganisation): Promise<Seat[]> {
  await countOn(org.id);
  const own = new Map<string, string[]>();
  for (const { ctx, loginId } of people) {
    const ids: string[] = [];
    for (let at = 0; at < casesEach; at += 1) ids.push((await openCase(ctx, caseForm())).id);
    own.set(loginId, ids);
  }
  const seats: Seat[] = [];
  for (let at = 0; at < sessionCount; at += 1) {
    const person = people[at % people.length];
    if (!person) throw new Error("Nobody works there.");
    const st = (await sessionBy(person.loginId, "passkey")).toString("base64url");
    const sid = await encode({ token: { st, dv: deviceFamily(null) }, secret: env().AUTH_SECRET });
    seats.push({ cookie: `sid=${sid}`, caseIds: own.get(person.loginId) ?? [], change: [] });
  }
  return seats;
}

/** Planted clients and cases took no number from the organisation: what is opened now goes on behind them. */
async function countOn(orgId: string): Promise<void> {
  const sql = postgres((process.env.BENCH_SUPERUSER_URL ?? "").replace(/[^/]+$/, "crossdocket"), { max: 1 });
  await sql`update app.organisations set cases_opened = ${cases}, clients_registered = ${cases} where id = ${orgId}`;
  await sql.end();
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
  // A browser adds what it is about to the address; the server says which word that is.
  const asData = await ask(world.agent, world.origin, {
    path: "/cases",
    headers: { cookie: world.seats[0]?.cookie ?? "", rsc: "1" },
  });
  world.dataPath = asData.headers.location ?? "/cases";
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
  const [seen, wrong] = [[] as Seen[], [] as Seen[]];
  const idle = await cpuOver(() => new Promise((resolve) => setTimeout(resolve, idleMs)));
  const used = await cpuOver(async () => {
    const people = each(rate, (no) => timed(world, seen, requestOf(world, no)));
    const strangers = each(wrongPerSecond, (no) => timed(world, wrong, wrongPassword(world, no)));
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
  const [before, began] = [cpuNow(), performance.now()];
  await act();
  const [after, seconds] = [cpuNow(), (performance.now() - began) / 1_000];
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
async function each(perSecond: number, act: (no: number, due: number) => Promise<void>): Promise<void> {
  const began = performance.now();
  const all: Promise<void>[] = [];
  for (let no = 0; no < perSecond * seconds; no += 1) {
    const due = began + (no * 1_000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    all.push(act(no, due));
  }
  await Promise.all(all);
}

let open = 0;

function timed(world: World, into: Seen[], { kind, ...asked }: Asked & { kind: string }): Promise<void> {
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
      ({ status, text }) => note(status === 200 && wentWrong(kind, text) ? 500 : status),
      () => note(0),
    )
    .finally(() => {
      open -= 1;
    });
}

/** A page that says that it failed, and a change that was not taken. */
const wentWrong = (kind: string, text: string): boolean =>
  text.includes("Nothing you saved is lost") || (kind === "change" && !text.includes("notice--done"));

function requestOf({ origin, seats, dataPath }: World, no: number): Asked & { kind: Kind } {
  const kind = mix[(no * 7) % mix.length] ?? "list";
  const seat = seats[no % seats.length];
  if (!seat) throw new Error("Nobody is signed in.");
  const headers = { cookie: seat.cookie };
  if (kind === "case") return { kind, path: `/cases/${seat.caseIds[no % seat.caseIds.length]}`, headers };
  if (kind === "list as data") return { kind, path: dataPath, headers: { ...headers, rsc: "1" } };
  const posted = { ...headers, origin, "x-forwarded-for": "203.0.113.1" };
  if (kind === "search") {
    const body = Buffer.from(JSON.stringify({ text: ["Marula", "CAS 12", "fynbos", "baobab"][no % 4], caseId: null }));
    return {
      kind,
      method: "POST",
      path: "/api/find",
      headers: { ...posted, "content-type": "application/json" },
      body,
    };
  }
  if (kind === "change") return changeOf(seats, origin, no);
  return { kind, path: ["/cases", "/cases?risk=high", "/cases?sort=opened.desc"][no % 3] ?? "/cases", headers };
}

/** The version that each case's form would show by now: every change here is one that is taken. */
const versions = new Map<string, number>();

/** The risk of a case, as a form without script sends it. */
function changeOf(seats: Seat[], origin: string, no: number): Asked & { kind: Kind } {
  const seat = seats[no % seats.length];
  const caseId = seat?.caseIds[Math.floor(no / seats.length) % seat.caseIds.length] ?? "";
  const version = versions.get(caseId) ?? 0;
  versions.set(caseId, version + 1);
  const own = (seat?.change ?? []).filter(([name]) => name !== "caseId" && name !== "version");
  const risk = ["elevated", "standard", "high"][version % 3] ?? "high";
  const said = [
    ["caseId", caseId],
    ["version", String(version)],
    ["risk", risk],
    ["reason", `Turn ${no}`],
  ] as const;
  const { type, body } = formBody([...own, ...said]);
  const headers = { cookie: seat?.cookie ?? "", origin, "content-type": type };
  return { kind: "change", method: "POST", path: `/cases/${caseId}/settings`, headers, body };
}

/** From one of a thousand networks, for one of a thousand addresses, of which the first is a member's. */
function wrongPassword({ origin, wrong }: World, no: number): Asked & { kind: string } {
  const email = `stranger${no % 1_000}@mail.example`;
  const { type, body } = formBody([...wrong, ["email", email], ["password", "not the password of anybody"]]);
  const from = `198.51.${(no * 13) % 256}.${no % 256}`;
  const headers = { origin, "content-type": type, "x-forwarded-for": from };
  return { kind: "wrong password", method: "POST", path: "/sign-in", headers, body };
}

const isWrong = ({ status }: Seen): boolean => status !== 200 && status !== 303;

function said(name: string, { seen, wrong, load, cpu }: Phase): Measurement[] {
  const strangers = wrong.length > 0 ? [lineOf(`${name}: the strangers`, wrong, `load ${load}`)] : [];
  return [
    lineOf(`${name}: all`, seen, `load ${load}; ${cpu}`),
    ...[...new Set(mix)].map((kind) =>
      lineOf(
        `${name}: ${kind}`,
        seen.filter((one) => one.kind === kind),
        `load ${load}`,
      ),
    ),
    ...strangers,
  ];
}

function lineOf(name: string, seen: Seen[], around: string): Measurement {
  const times = seen.map(({ ms }) => ms);
  const at = (share: number) => round(quantile(times, share));
  const wrong = seen.filter(isWrong);
  const kinds = [...new Set(wrong.map(({ status }) => status))].map((one) => `${one || "no answer"}`).join(", ");
  const errors = wrong.length > 0 ? `${wrong.length} errors (${kinds})` : "0 errors";
  const note = `p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)} ms; ${errors}; ${sessionCount} sessions, ${cases} cases, ${seconds} s; ${around}`;
  return { name: `${name}, p95`, n: seen.length, unit: "ms", ours: at(0.95), floor: null, ratio: null, note };
}
