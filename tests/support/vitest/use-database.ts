import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/db/client";
import { createDatabase } from "@/db/embedded/roles";
import { closeOwner } from "../db";

/** A database of this test file's own, and the environment that leads the app to it. */
const world = inject("database");
const name = `t_${randomBytes(6).toString("hex")}`;
const dataDir = mkdtempSync(join(tmpdir(), "crossdocket-data-"));
const admin = postgres(world.superuserUrl, { max: 1, onnotice: () => {} });
await createDatabase(admin, name, world.template);
await admin.end();

const atOwnDatabase = (url: string): string => url.replace(/[^/]+$/, name);
Object.assign(process.env, {
  ...world.keys,
  DATABASE_URL: atOwnDatabase(world.appUrl),
  DATABASE_OWNER_URL: atOwnDatabase(world.ownerUrl),
  DATA_DIR: dataDir,
  APP_ORIGIN: "http://localhost:3000",
  LOG_LEVEL: "silent",
});

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
  rmSync(dataDir, { recursive: true, force: true });
});
