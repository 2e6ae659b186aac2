import { rmSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import postgres from "postgres";
import { deviceFamily } from "@/lib/auth/sessions/device-family";
import { env } from "@/lib/platform/env";
import { ensureBuilt } from "../../bin/support/build.mjs";
import { anyPort } from "../../bin/support/ports.mjs";
import { startWeb, startWorker } from "../../bin/support/server.mjs";
import { isQuick, isTrial, judged, type Measurement, reportProgress, round, sizeOf, superuserUrl } from "./harness";
import { type BigOrganisation, makeBigOrganisation } from "./support/big-organisation";
import { ask } from "./support/web-forms";
import { buildNext, familyOf, heldMb, startNext } from "./support/web-server";

const requests = isQuick ? 2_000 : 20_000;
const atOnce = 8;
const cases = sizeOf(2_000, 20);
const bareFolder = "tests/bench/support/bare-page";
/** A machine with 4 GB serves with two such processes beside Postgres and a worker. */
const mostOfWeb = 640;
const mostOfWorker = 256;
/** What was used meanwhile is collected when nothing happens: V8 does it after some seconds. */
const restMs = isQuick ? 10_000 : 60_000;

/**
 * What a web process and the worker hold: idle, after many signed-in pages of all kinds, and after a rest. The floor is
 * a bare Next application that answered as many requests.
 */
export async function bench(): Promise<Measurement[]> {
  if (!isTrial) await ensureBuilt();
  const big = await makeBigOrganisation(cases);
  const seat = await seatOf(big);
  if (isTrial) return [];
  buildNext(bareFolder);
  const bare = await startNext(bareFolder);
  const before = new Set(familyOf(process.pid));
  const started = () => familyOf(process.pid).filter((pid) => !before.has(pid));
  const port = await anyPort();
  const origin = `http://localhost:${port}`;
  const { DATA_DIR = "", DATABASE_URL = "" } = process.env;
  const settings = { DATA_DIR, DATABASE_URL, APP_ORIGIN: origin, NEXTAUTH_URL: origin, PORT: String(port) };
  // One process answers all, so that the figure is that of a process whatever the machine.
  const web = await startWeb({ ...settings, WEB_PROCESSES: "1" }, { dev: false, port, host: "127.0.0.1" });
  const webPids = started();
  const worker = startWorker(settings, "production");
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  try {
    const found: Measurement[] = [];
    const say = (rows: Measurement[]) => {
      reportProgress(rows);
      found.push(...rows);
    };
    await many(agent, bare.origin, { paths: ["/"], cookie: "" }, 20);
    await many(agent, origin, seat, seat.paths.length);
    await sleep(5_000);
    const workerPids = started().filter((pid) => !webPids.includes(pid));
    const idle = { web: heldBy(webPids), bare: bare.heldMb() };
    const few = "floor: a bare Next application";
    say([
      rowOf("web process, idle", idle.web, idle.bare, `after one look at each page; ${few}`),
      judged(rowOf("worker, idle", heldBy(workerPids), null, ""), "ours", "at most", mostOfWorker),
    ]);
    await many(agent, bare.origin, { paths: ["/"], cookie: "" }, requests);
    await many(agent, origin, seat, requests);
    const after = `after ${requests} requests`;
    say([
      judged(rowOf(`web process, ${after}`, heldBy(webPids), bare.heldMb(), few), "ours", "at most", mostOfWeb),
      rowOf(`worker, ${after} of the web process`, heldBy(workerPids), null, ""),
    ]);
    await sleep(restMs);
    const rested = `${after} and ${restMs / 1000} s of rest`;
    say([rowOf(`web process, ${rested}`, heldBy(webPids), idle.web, "floor: the same when idle before")]);
    return found;
  } finally {
    agent.destroy();
    await Promise.all([web.stop(), worker.stop(), bare.stop()]);
    rmSync(join(bareFolder, ".next"), { recursive: true, force: true });
  }
}

/** What the largest of these processes holds. */
const heldBy = (pids: readonly number[]): number => Math.max(...pids.map(heldMb));

function rowOf(name: string, ours: number, floor: number | null, note: string): Measurement {
  const ratio = floor === null ? null : round(ours / floor);
  return { name, n: 1, unit: "MB", ours: round(ours), floor: floor && round(floor), ratio, note };
}

type Seat = { paths: string[]; cookie: string };

async function many(agent: Agent, origin: string, { paths, cookie }: Seat, count: number): Promise<void> {
  let asked = 0;
  const lane = async () => {
    while (asked < count) {
      const path = paths[asked++ % paths.length] ?? "/";
      const answer = await ask(agent, origin, { path, headers: cookie ? { cookie } : {} });
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** A supervisor, and the pages that they open: lists, boards, and many different cases. */
async function seatOf({ supervisor, org }: BigOrganisation): Promise<Seat> {
  const token = { st: supervisor.token.toString("base64url"), dv: deviceFamily(null) };
  const sid = await encode({ token, secret: env().AUTH_SECRET });
  const sql = postgres(superuserUrl(), { max: 1 });
  const rows = await sql<{ id: string }[]>`
    select c.id from app.cases c where c.org_id = ${org.id} and c.closed_at is null order by c.id limit 200`;
  await sql.end();
  const lists = [
    "/",
    "/cases",
    "/cases?risk=high",
    "/cases?due=overdue",
    "/references",
    "/deadlines",
    "/clients",
    "/team",
  ];
  const paths = rows.flatMap(({ id }, at) => [
    `/cases/${id}`,
    lists[at % lists.length] ?? "/",
    `/cases/${id}/evidence`,
  ]);
  return { paths, cookie: `sid=${sid}` };
}
