import { Agent } from "node:http";
import { ensureBuilt } from "../../bin/support/build.mjs";
import { startPooler } from "../support/pooler";
import { hasTool } from "../support/tools";
import { interleave, isTrial, judged, type Measurement, measurements, sizeOf } from "./harness";
import { makeBigOrganisation } from "./support/big-organisation";
import { takeSeats } from "./support/seats";
import { startProduct } from "./support/start-product";
import { ask } from "./support/web-forms";

const cases = sizeOf(10_000, 20);
const looks = 200;
/** A pooler is one more hop for each statement; much more would mean that statements are not kept prepared behind it. */
const mostTimes = 1.5;

/** The list of cases and a case behind PgBouncer, as deploy/pgbouncer.ini sets it, beside the same asked of Postgres itself. */
export async function bench(): Promise<Measurement[]> {
  if (!hasTool("pgbouncer")) return [];
  if (!isTrial) await ensureBuilt();
  const big = await makeBigOrganisation(cases);
  const [seat] = await takeSeats(big, 1, cases);
  if (isTrial || !seat) return [];
  const pooler = await startPooler(process.env.DATABASE_URL ?? "", { places: 10 });
  const behind = await startProduct({ DATABASE_URL: pooler.url, WEB_PROCESSES: "1" });
  const direct = await startProduct({ WEB_PROCESSES: "1" });
  const agent = new Agent({ keepAlive: true });
  try {
    const found: Measurement[] = [];
    for (const [name, path] of [
      ["cases", "/cases"],
      ["a case", `/cases/${seat.caseIds[0]}`],
    ] as const) {
      const look =
        ({ origin }: { origin: string }) =>
        async () => {
          const { status } = await ask(agent, origin, { path, headers: { cookie: seat.cookie } });
          if (status !== 200) throw new Error(`${path} answers ${status}.`);
        };
      const run = await interleave(look(behind), look(direct), { n: looks });
      const [p50] = measurements(`${name} behind PgBouncer`, run);
      if (p50) found.push(judged(p50, "ratio", "at most", mostTimes));
    }
    return found;
  } finally {
    agent.destroy();
    await Promise.all([behind.stop(), direct.stop()]);
    await pooler.stop();
  }
}
