import "server-only";
import { sql } from "drizzle-orm";
import { ask, closeDatabase } from "@/db/client";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { noteBackup } from "@/lib/operations/backups/note-backup";
import { noteRecord } from "@/lib/operations/backups/note-record";
import { env } from "@/lib/platform/env";

/** The script that writes into the live log that a drill was held: ROWS FILES HELD. */
async function note([rows = "0", files = "0", held = ""]: string[]): Promise<void> {
  const counts = { rows: Number(rows), files: Number(files), held: held === "held" };
  const found = await ask<{ id: string }>(sql`select o as id from ctx.organisations(${env().SERVICE_TOKEN}) o`);
  for (const { id } of found) await noteBackup(jobCtx(id), { what: "drilled", ...counts });
  await noteRecord(env().DATA_DIR, { drilledAt: new Date().toISOString(), drillHeld: counts.held });
}

await note(process.argv.slice(2)).finally(closeDatabase);
