import { anyPort } from "../../../bin/support/ports.mjs";
import { startWeb } from "../../../bin/support/server.mjs";

/** Starts our own build on a free port of this machine, on the data of this process. `settings`: beyond the usual ones. */
export async function startProduct(settings: Record<string, string> = {}) {
  const port = await anyPort();
  const origin = `http://localhost:${port}`;
  const { DATA_DIR = "", DATABASE_URL = "" } = process.env;
  const usual = { DATA_DIR, DATABASE_URL, APP_ORIGIN: origin, NEXTAUTH_URL: origin, PORT: String(port) };
  const web = await startWeb({ ...usual, ...settings }, { dev: false, port, host: "127.0.0.1" });
  return { origin, port, stop: web.stop };
}
