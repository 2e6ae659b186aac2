import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inject, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { inspectPostgres, startPostgres } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { jobNames } from "@/lib/kernel/jobs/names";
import { closeOwner } from "./db";
import { fastFolder } from "./fast-folder.mjs";

/**
 * A Postgres of one test file, so that the one of the run is not stopped under the feet of others; from now on this
 * process speaks to it. Not a throwaway one: what was acknowledged must be there after a crash.
 */
export async function startOwnPostgres() {
  const dataDir = mkdtempSync(join(fastFolder(), "crossdocket-own-"));
  chmodSync(dataDir, 0o711);
  let server = await startPostgres({ dataDir });
  const serviceToken = Buffer.from(inject("database").keys.SERVICE_TOKEN, "base64");
  await migrate({ ownerUrl: server.ownerUrl, appRole: "crossdocket_app", serviceToken, queues: jobNames });
  await closeDatabase();
  Object.assign(process.env, { DATABASE_URL: server.appUrl, DATABASE_OWNER_URL: server.ownerUrl });
  return {
    urls: { app: server.appUrl, superuser: server.superuserUrl },
    cluster: inspectPostgres(dataDir).cluster,
    /** SIGQUIT is a crash that its children are told of; SIGKILL takes the postmaster alone, and they find out. */
    async crash(signal: "SIGQUIT" | "SIGKILL"): Promise<void> {
      const { running } = inspectPostgres(dataDir);
      if (!running) throw new Error("No Postgres runs.");
      process.kill(running.pid, signal);
      await vi.waitUntil(() => !inspectPostgres(dataDir).running, { timeout: 10_000 });
    },
    async start(): Promise<void> {
      server = await startPostgres({ dataDir });
    },
    async remove(): Promise<void> {
      await closeDatabase();
      await closeOwner();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
