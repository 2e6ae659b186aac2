import { encode } from "next-auth/jwt";
import { deviceFamily } from "@/lib/auth/sessions/device-family";
import { env } from "@/lib/platform/env";
import { ensureBuilt } from "../../../bin/support/build.mjs";
import type { Org } from "../../support/org";
import { plantCase } from "../../support/plant";
import { type Measurement, millisecondsOf, quantile, round } from "../harness";
import { startNext } from "./web-server";

const cases = 50;
const warmUps = 60;
const idleLooks = 300;

/** How long the list of cases takes to open, one after another, while `build` runs in a process of its own. */
export async function casesPageMeanwhile(org: Org, build: () => Promise<void>): Promise<Measurement> {
  await ensureBuilt();
  const supervisor = await org.person("supervisor");
  const worker = await org.person("caseworker");
  for (let i = 0; i < cases; i += 1) await plantCase(worker.ctx, { number: 1000 + i });
  const sid = await encode({
    token: { st: supervisor.token.toString("base64url"), dv: deviceFamily(null) },
    secret: env().AUTH_SECRET,
  });
  const server = await startNext(".");
  const look = () => millisecondsOf(() => open(`${server.origin}/cases`, `sid=${sid}`));
  try {
    for (let i = 0; i < warmUps; i += 1) await look();
    const idle = [];
    for (let i = 0; i < idleLooks; i += 1) idle.push(await look());
    const busy = [];
    let building = true;
    const built = build().finally(() => {
      building = false;
    });
    while (building) busy.push(await look());
    await built;
    const ours = quantile(busy, 0.99);
    const floor = quantile(idle, 0.99);
    const half = `p50: ${round(quantile(busy, 0.5))} beside ${round(quantile(idle, 0.5))} ms`;
    return {
      name: "cases page while a packet of 200 is built, p99",
      n: busy.length,
      unit: "ms",
      ours: round(ours),
      floor: round(floor),
      ratio: round(ours / floor),
      note: `floor: the same page with nothing else to do, ${idle.length} times; ${half}`,
    };
  } finally {
    await server.stop();
  }
}

async function open(url: string, cookie: string): Promise<void> {
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const page = await answer.text();
  if (answer.status !== 200 || !page.includes("<table")) throw new Error(`The list of cases answers ${answer.status}.`);
}
