import { Agent } from "node:http";
import { loadavg } from "node:os";
import { encode } from "next-auth/jwt";
import { inspectPostgres } from "@/db/embedded";
import { deviceFamily } from "@/lib/auth/sessions/device-family";
import { env } from "@/lib/platform/env";
import { ensureBuilt } from "../../bin/support/build.mjs";
import { anyPort } from "../../bin/support/ports.mjs";
import { startWeb } from "../../bin/support/server.mjs";
import type { Person } from "../support/org";
import { isQuick, isTrial, judged, type Measurement, quantile, reportProgress, round } from "./harness";
import { makeBigOrganisation } from "./support/big-organisation";
import { type Address, closedLoop, generator } from "./support/closed-loop";
import { cpuSeconds } from "./support/cpu";
import { listenersOf } from "./support/listeners";
import { ask } from "./support/web-forms";

const given = (name: string): string =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? "";
const peer = given("peer").replace(/\/$/, "");
const cases = isQuick ? 2_000 : 10_000;
const rounds = 3;
const seconds = 6;
const warmSeconds = 4;
/** Rows of a list on either side. */
const rows = 25;
/** A page beside a general admin's; and the rows alone, as a page is turned, beside those of its interface. */
const atLeast = { page: 3, data: 0.5 };

/** A list on one side: what is asked, and who serves it, as far as it runs on this machine. */
type Side = Address & { web: number[]; postmaster: number };

/**
 * The list of cases beside that of a peer, which is another product of this kind that runs at an address of its own with as
 * many cases: how many requests a second each answers, in turns. Without the address nothing is measured.
 */
export async function bench(): Promise<Measurement[]> {
  if (isTrial || !peer) return [];
  await ensureBuilt();
  const agent = new Agent({ keepAlive: true });
  const theirs = await signInAtPeer(agent);
  const { supervisor } = await makeBigOrganisation(cases);
  const port = await anyPort();
  const origin = `http://localhost:${port}`;
  const { DATA_DIR = "", DATABASE_URL = "" } = process.env;
  const settings = { DATA_DIR, DATABASE_URL, APP_ORIGIN: origin, NEXTAUTH_URL: origin, PORT: String(port) };
  const web = await startWeb(settings, { dev: false, port, host: "127.0.0.1" });
  try {
    const served = { web: listenersOf(port), postmaster: inspectPostgres(DATA_DIR).running?.pid ?? 0 };
    const page: Side = { origin, path: "/cases", headers: { cookie: await cookieOf(supervisor) }, ...served };
    const data: Side = { ...page, path: "/api/cases/list/rows" };
    const theirPage: Side = { ...theirs, path: `/admin/collections/cases?limit=${rows}` };
    const theirData: Side = { ...theirs, path: `/api/cases?limit=${rows}` };
    await mustList(agent, page, /\/cases\/[0-9a-f-]{36}/g);
    await mustList(agent, data, /"id":"[0-9a-f-]{36}"/g);
    await mustList(agent, theirPage, /\/admin\/collections\/cases\/\d+/g);
    await mustList(agent, theirData, /"id":\d+/g);
    return [
      await compare("the list of cases as a page", page, theirPage, atLeast.page),
      await compare("the list of cases as data", data, theirData, atLeast.data),
    ];
  } finally {
    agent.destroy();
    await web.stop();
  }
}

async function compare(name: string, ours: Side, theirs: Side, limit: number): Promise<Measurement> {
  for (const side of [ours, theirs]) await closedLoop(side, warmSeconds);
  const found = { ours: [] as Round[], theirs: [] as Round[] };
  for (let turn = 0; turn < rounds; turn += 1) {
    found.ours.push(await roundOf(ours));
    found.theirs.push(await roundOf(theirs));
  }
  const rate = { ours: middle(found.ours), theirs: middle(found.theirs) };
  const row: Measurement = {
    name: `${name} beside a peer's, ${cases / 1000}k cases`,
    n: sum(found.ours, "requests"),
    unit: "per s",
    ours: round(rate.ours),
    floor: round(rate.theirs),
    ratio: round(rate.ours / rate.theirs),
    note: [
      `processor ms a request: ours ${costOf(ours, found.ours)}, theirs ${costOf(theirs, found.theirs)}`,
      `${rounds} rounds of ${seconds} s each in turns, ${generator}`,
      `load ${loadavg()[0]?.toFixed(1)}`,
    ].join("; "),
  };
  const one = judged(row, "ratio", "at least", limit);
  reportProgress([one]);
  return one;
}

type Round = { requests: number; perSecond: number; web: number; postgres: number };

async function roundOf(side: Side): Promise<Round> {
  const before = cpuNow(side);
  const { requests, perSecond } = await closedLoop(side, seconds);
  const after = cpuNow(side);
  return { requests, perSecond, web: after.web - before.web, postgres: after.postgres - before.postgres };
}

const cpuNow = ({ web, postmaster }: Side) => ({
  web: web.reduce((all, pid) => all + cpuSeconds(pid), 0),
  postgres: postmaster ? cpuSeconds(postmaster) : 0,
});

function costOf({ web, postmaster }: Side, all: readonly Round[]): string {
  if (web.length === 0) return "elsewhere";
  const each = (part: "web" | "postgres") => round((sum(all, part) * 1_000) / sum(all, "requests"));
  const processes = `web ${each("web")} in ${web.length} process${web.length === 1 ? "" : "es"}`;
  return postmaster ? `${processes} and Postgres ${each("postgres")}` : processes;
}

const sum = (all: readonly Round[], part: "requests" | "web" | "postgres"): number =>
  all.reduce((total, one) => total + one[part], 0);

const middle = (all: readonly Round[]): number =>
  quantile(
    all.map(({ perSecond }) => perSecond),
    0.5,
  );

/** The cookie that its sign-in sets, and the process behind its port when that is one of this machine. */
async function signInAtPeer(agent: Agent): Promise<Omit<Side, "path">> {
  const body = Buffer.from(JSON.stringify({ email: given("peer-email"), password: given("peer-password") }));
  const headers = { "content-type": "application/json" };
  const answer = await ask(agent, peer, { method: "POST", path: "/api/users/login", headers, body });
  const [cookie] = answer.headers["set-cookie"]?.[0]?.split(";") ?? [];
  if (!cookie) throw new Error(`The peer's sign-in answers ${answer.status}.`);
  const { hostname, port } = new URL(peer);
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  return { origin: peer, headers: { cookie }, web: isHere ? listenersOf(Number(port)) : [], postmaster: 0 };
}

/** What is fast because it fails, or shows less, is not compared. */
async function mustList(agent: Agent, { origin, path, headers }: Side, row: RegExp): Promise<void> {
  const { status, text } = await ask(agent, origin, { path, headers });
  const shown = new Set(text.match(row)).size;
  if (status !== 200 || shown < rows) throw new Error(`${path} answers ${status} with ${shown} rows.`);
}

async function cookieOf(person: Person): Promise<string> {
  const token = { st: person.token.toString("base64url"), dv: deviceFamily(null) };
  return `sid=${await encode({ token, secret: env().AUTH_SECRET })}`;
}
