import { createRequire, registerHooks } from "node:module";
import { ensureBuilt } from "../../bin/support/build.mjs";
import { anyPort } from "../../bin/support/ports.mjs";
import { startWeb } from "../../bin/support/server.mjs";
import { isTrial, type Measurement } from "./harness";

const every = Number(process.argv.find((word) => word.startsWith("--every="))?.slice(8) ?? 1);

/**
 * Who gets in where, over HTTP against the build: people and sessions of each kind, at each page, route and action, for
 * cases in each state, beside what the model of our tests promises. Every cell is asked once; `busy` ones come again.
 * A cell that is wrong is printed, and the command ends with 1. `--every=25` asks a twenty-fifth, for a first look.
 */
export async function bench(): Promise<Measurement[]> {
  if (!isTrial) await ensureBuilt();
  asServerComponents();
  const { makeScene } = await import("./support/matrix-stage");
  if (isTrial) {
    await makeScene(["revoked"]);
    return [];
  }
  // It reads what the build lists, so it is loaded when there is one.
  const { walkMatrix } = await import("./support/walk-matrix");
  const port = await anyPort();
  const origin = `http://localhost:${port}`;
  const { DATA_DIR = "", DATABASE_URL = "" } = process.env;
  const settings = { DATA_DIR, DATABASE_URL, APP_ORIGIN: origin, NEXTAUTH_URL: origin, PORT: String(port) };
  const scene = await makeScene();
  const web = await startWeb(settings, { dev: false, port, host: "127.0.0.1" });
  try {
    const { parts, wrong, busy, unreached } = await walkMatrix(origin, scene, every);
    for (const line of unreached) console.error(`not reached: ${line}`);
    if (wrong.length > 0) process.exitCode = 1;
    return parts.map(({ name, cells, wrong: bad }) => ({
      name: `matrix, ${name}`,
      n: cells,
      unit: "wrong" as const,
      ours: bad,
      floor: null,
      ratio: null,
      note: name === "all cells" ? `${busy} answers of a full door, asked again` : "",
    }));
  } finally {
    await web.stop();
  }
}

/** The ceremonies of signing in import Next's navigation; on a server Next itself puts this file in its place. */
function asServerComponents(): void {
  const own = createRequire(import.meta.url).resolve("next/dist/client/components/navigation.react-server.js");
  registerHooks({
    resolve: (name, context, next) => next(/^next\/navigation(\.js)?$/.test(name) ? own : name, context),
  });
}
