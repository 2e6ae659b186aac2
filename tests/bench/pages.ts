import { rmSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { encode } from "next-auth/jwt";
import { inspectPostgres } from "@/db/embedded";
import { deviceFamily } from "@/lib/auth/sessions/device-family";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { env } from "@/lib/platform/env";
import { ensureBuilt } from "../../bin/support/build.mjs";
import { caseForm } from "../support/case-form";
import type { Person } from "../support/org";
import { askedSizes, isQuick, isTrial, judged, type Measurement, quantile, reportProgress, round } from "./harness";
import { type BigOrganisation, makeBigOrganisation } from "./support/big-organisation";
import { cpuSeconds } from "./support/cpu";
import { countOn } from "./support/seats";
import { startProduct } from "./support/start-product";
import { ask } from "./support/web-forms";
import { buildNext, startNext } from "./support/web-server";

const sizes = askedSizes([isQuick ? 2_000 : 10_000], 40);
const warmUps = isQuick ? 8 : 15;
const looks = isQuick ? 20 : 60;
/** One page alone warms the bare application, where ours is warmed by all of them: fewer, and it was measured cold. */
const bareWarmUps = 300;
const bareLooks = 60;
/** Until what the servers do at their start is done. */
const settleMs = 5_000;
const bareFolder = "tests/bench/support/bare-page";
/** A signed-in page may cost 25 ms of a processor where a bare page of Next with as many rows costs 4.8. */
const mostTimes = 5.2;

type Who = { person: Person; cookie: string; paths: string[] };
type Cost = { node: number; postgres: number; p50: number; gz: number };

/**
 * What each page costs, web server and Postgres apart, in milliseconds of a processor: the same whatever else the machine
 * does. The floor is a page of a bare Next application with as many rows and no question asked.
 */
export async function bench(): Promise<Measurement[]> {
  const found: Measurement[] = [];
  for (const size of sizes) found.push(...(await pagesOf(await makeBigOrganisation(size), size)));
  return found;
}

async function pagesOf(big: BigOrganisation, size: number): Promise<Measurement[]> {
  await countOn(big.org.id, size);
  const people = [await seatOf(big.supervisor), await seatOf(big.caseworkers[0] as Person)];
  if (isTrial) return [];
  await ensureBuilt();
  buildNext(bareFolder);
  const bare = await startNext(bareFolder);
  const web = await startProduct();
  const { origin } = web;
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  try {
    await sleep(settleMs);
    const floor = await costOf(agent, bare.origin, "/", "", { warm: bareWarmUps, times: bareLooks });
    const found: Measurement[] = [];
    for (const { person, cookie, paths } of people) {
      for (const path of paths) {
        const cost = await costOf(agent, origin, path, cookie);
        const name = `${path.replace(/[0-9a-f-]{36}/, "[id]")}, ${person.ctx.actor.role}, ${size / 1000}k cases`;
        const one = measured(name, cost, floor);
        reportProgress([one]);
        console.error(`    ${one.note}`);
        found.push(one);
      }
    }
    return found;
  } finally {
    agent.destroy();
    await web.stop();
    await bare.stop();
    rmSync(join(bareFolder, ".next"), { recursive: true, force: true });
  }
}

function measured(name: string, cost: Cost, floor: Cost): Measurement {
  const ours = cost.node + cost.postgres;
  const row: Measurement = {
    name: `${name}, processor of one page`,
    n: looks,
    unit: "ms",
    ours: round(ours),
    floor: round(floor.node),
    ratio: round(ours / floor.node),
    note: [
      `web ${round(cost.node)}, Postgres ${round(cost.postgres)}`,
      `p50 ${round(cost.p50)} ms beside ${round(floor.p50)}`,
      `${round(cost.gz / 1000)} kB gz`,
    ].join("; "),
  };
  return judged(row, "ratio", "at most", mostTimes);
}

/** Asked one after another, so that the figures are those of one request. */
async function costOf(
  agent: Agent,
  origin: string,
  path: string,
  cookie: string,
  { warm, times: wanted } = { warm: warmUps, times: looks },
): Promise<Cost> {
  const look = async () => {
    const began = performance.now();
    const answer = await ask(agent, origin, { path, headers: cookie ? { cookie } : {} });
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`);
    return { ms: performance.now() - began, text: answer.text };
  };
  for (let turn = 0; turn < warm; turn += 1) await look();
  const before = cpuNow();
  const times: number[] = [];
  let text = "";
  for (let turn = 0; turn < wanted; turn += 1) {
    const seen = await look();
    times.push(seen.ms);
    text = seen.text;
  }
  const after = cpuNow();
  return {
    node: ((after.web - before.web) * 1_000) / wanted,
    postgres: ((after.postgres - before.postgres) * 1_000) / wanted,
    p50: quantile(times, 0.5),
    gz: gzipSync(text).length,
  };
}

/** All that this process started, without itself. */
function cpuNow(): { web: number; postgres: number } {
  const { user, system } = process.cpuUsage();
  const postmaster = inspectPostgres(process.env.DATA_DIR ?? "").running?.pid ?? 0;
  return { web: cpuSeconds(process.pid) - (user + system) / 1e6, postgres: cpuSeconds(postmaster) };
}

/** A person with a case that they opened by the form, as what is planted in numbers holds texts that nobody can open. */
async function seatOf(person: Person): Promise<Who> {
  const token = { st: person.token.toString("base64url"), dv: deviceFamily(null) };
  const sid = await encode({ token, secret: env().AUTH_SECRET });
  const { id } = await openCase(person.ctx, caseForm());
  const ofCase = `/cases/${id}`;
  const paths = ["/", "/cases", "/cases?risk=high", "/cases?due=overdue", ofCase, `${ofCase}/evidence`]
    .concat(["/references", "/deadlines", "/clients", "/account"])
    .concat(person.ctx.actor.role === "supervisor" ? ["/team"] : []);
  return { person, cookie: `sid=${sid}`, paths };
}
