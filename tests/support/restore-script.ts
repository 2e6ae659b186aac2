import { spawn } from "node:child_process";
import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import postgres from "postgres";
import { inject } from "vitest";
import type { Target } from "./backup-world";

export const migrations = () => readMigrationFiles({ migrationsFolder: "drizzle" });

/** The schema as some releases ago. */
export async function migrateTo(ownerUrl: string, end: number): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await owner`create schema drizzle`;
  await owner`create table drizzle.__drizzle_migrations (id serial primary key, hash text, created_at bigint)`;
  for (const { sql: statements, hash, folderMillis } of migrations().slice(0, end)) {
    for (const statement of statements) await owner.unsafe(statement);
    await owner`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
  }
  await owner.end();
}

/** One of the scripts, with files of at most `blocks` times 512 bytes. */
export function run(
  script: string,
  { ownerUrl, appUrl, files }: Target,
  args: string[],
  { blocks = 0, extra = {} } = {},
) {
  const node = [process.execPath, "--conditions=react-server", "--import", "tsx", `lib/worker/${script}.ts`, ...args];
  const limit = blocks ? `ulimit -f ${blocks}; ` : "";
  const settings = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: join(files, "../..") };
  const child = spawn("sh", ["-c", `${limit}exec "$@"`, "sh", ...node], {
    env: { ...process.env, ...inject("database").keys, ...settings, ...extra },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += String(chunk);
  });
  const ended = new Promise<{ code: number | null; signal: string | null; said: string }>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal, said })),
  );
  return { ended, kill: (signal: NodeJS.Signals) => child.kill(signal) };
}
