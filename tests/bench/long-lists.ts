import { Agent } from "node:http";
import { encode } from "next-auth/jwt";
import { deviceFamily } from "@/lib/auth/sessions/device-family";
import { env } from "@/lib/platform/env";
import { ensureBuilt } from "../../bin/support/build.mjs";
import { anyPort } from "../../bin/support/ports.mjs";
import { startWeb } from "../../bin/support/server.mjs";
import { openSample } from "../support/case-form";
import { makeOrg } from "../support/org";
import { plantLongCase } from "../support/plant-long-case";
import { interleave, isTrial, type Measurement, measurements, sizeOf } from "./harness";
import { ask } from "./support/web-forms";

const n = 60;

const paths = ["/incidents", "/incidents?page=2", "/subjects", "/evidence", "/charges", "/releases", "/deadlines"];

/** Pages of a case with 1,000 acts, 500 subjects and 500 exhibits, beside those of one with 20, 10 and 10. */
export async function bench(): Promise<Measurement[]> {
  if (!isTrial) await ensureBuilt();
  const org = await makeOrg();
  const { ctx, token } = await org.person("caseworker");
  const { id: long } = await openSample(ctx);
  const { id: short } = await openSample(ctx);
  await plantLongCase(ctx, long, {
    incidents: sizeOf(1_000, 3),
    subjects: sizeOf(500, 2),
    exhibits: sizeOf(500, 2),
  });
  if (isTrial) return [];
  await plantLongCase(ctx, short, { incidents: 20, subjects: 10, exhibits: 10 });
  const port = await anyPort();
  const origin = `http://localhost:${port}`;
  const { DATA_DIR = "", DATABASE_URL = "" } = process.env;
  const settings = { DATA_DIR, DATABASE_URL, APP_ORIGIN: origin, NEXTAUTH_URL: origin, PORT: String(port) };
  const web = await startWeb(settings, { dev: false, port, host: "127.0.0.1" });
  const agent = new Agent({ keepAlive: true });
  try {
    const st = token.toString("base64url");
    const cookie = `sid=${await encode({ token: { st, dv: deviceFamily(null) }, secret: env().AUTH_SECRET })}`;
    const size = async (path: string) => {
      const answer = await ask(agent, origin, { path, headers: { cookie } });
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`);
      return Buffer.byteLength(answer.text);
    };
    const found: Measurement[] = [];
    for (const path of paths) {
      const ours = `/cases/${long}${path}`;
      const floor = `/cases/${short}${path}`;
      const run = await interleave(
        () => size(ours),
        () => size(floor),
        { n },
      );
      const note = `${Math.round((await size(ours)) / 1000)} kB; floor: the same of a short case`;
      for (const measurement of measurements(`a long case, ${path}`, run)) {
        found.push({ ...measurement, note: [measurement.note, note].filter(Boolean).join("; ") });
      }
    }
    return found;
  } finally {
    agent.destroy();
    await web.stop();
  }
}
