// As Next does in its own process, before anything of it is loaded: its request store needs it.
import "next/dist/server/node-environment-baseline";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/db/client";
import { createDatabase } from "@/db/embedded/roles";
import { closeOwner } from "../db";
import { fastFolder } from "../fast-folder.mjs";

/** A database and a folder of this test file's own. Their names stay in a process, where settings are read once. */
const world = inject("database");
const name = `t_${process.pid}_${process.env.VITEST_POOL_ID ?? ""}`;
const dataDir = join(fastFolder(), `crossdocket-data-${name}`);
await withAdmin((admin) => createDatabase(admin, name, world.template));
mkdirSync(dataDir, { mode: 0o700 });

const atOwnDatabase = (url: string): string => url.replace(/[^/]+$/, name);
Object.assign(process.env, {
  ...world.keys,
  DATABASE_URL: atOwnDatabase(world.appUrl),
  DATABASE_OWNER_URL: atOwnDatabase(world.ownerUrl),
  DATABASE_BACKUP_URL: atOwnDatabase(world.backupUrl),
  DATA_DIR: dataDir,
  APP_ORIGIN: "http://localhost:3000",
  LOG_LEVEL: "silent",
});

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
  await withAdmin((admin) => admin.unsafe(`drop database "${name}" with (force)`));
  rmSync(dataDir, { recursive: true, force: true });
});

async function withAdmin(act: (admin: postgres.Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(world.superuserUrl, { max: 1, onnotice: () => {} });
  await act(admin).finally(() => admin.end());
}
