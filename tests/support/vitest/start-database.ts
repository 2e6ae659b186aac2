import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { createDatabase } from "../../../db/embedded/roles.ts";
import { startPostgres } from "../../../db/embedded.ts";
import { migrate } from "../../../db/migrate.ts";
import { jobNames } from "../../../lib/kernel/jobs/names.ts";
import { fastFolder } from "../fast-folder.mjs";

const template = "template_crossdocket";

export type TestDatabase = {
  template: string;
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
  backupUrl: string;
  keys: { KEK: string; AUTH_SECRET: string; SERVICE_TOKEN: string };
};

declare module "vitest" {
  interface ProvidedContext {
    database: TestDatabase;
  }
}

/** One throwaway Postgres for the run and one migrated template, which each test file copies. */
export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(fastFolder(), "crossdocket-db-"));
  // Postgres's own user, when root runs the tests, must be able to pass through.
  chmodSync(dataDir, 0o711);
  const server = await startPostgres({ dataDir, throwaway: true });
  const keys = { KEK: newKey(), AUTH_SECRET: newKey(), SERVICE_TOKEN: newKey() };
  const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => {} });
  await createDatabase(sql, template);
  await sql.end();
  const ownerUrl = server.ownerUrl.replace(/[^/]+$/, template);
  const serviceToken = Buffer.from(keys.SERVICE_TOKEN, "base64");
  await migrate({ ownerUrl, appRole: "crossdocket_app", serviceToken, queues: jobNames });
  const { superuserUrl, ownerUrl: owner, appUrl, backupUrl } = server;
  project.provide("database", { template, superuserUrl, ownerUrl: owner, appUrl, backupUrl, keys });
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
}

const newKey = (): string => randomBytes(32).toString("base64url");
