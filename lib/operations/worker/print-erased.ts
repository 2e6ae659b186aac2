import "server-only";
import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { ask, closeDatabase } from "@/db/client";
import { eraseAgain } from "@/db/erase-again";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { env } from "@/lib/platform/env";
import { plural } from "@/lib/platform/text/format";
import { listErased } from "@/lib/privacy/erasures/queries";
import { readErasedLines, writeErasedLines } from "@/lib/privacy/erasures/rules";

/** The script behind `npm run erased`: prints the ledger of erasures, or repeats those in a file. */
async function run(file: string, ownerUrl: string): Promise<number> {
  if (file) {
    const lines = readErasedLines(readFileSync(file, "utf8"));
    const had = await eraseAgain(ownerUrl, lines);
    console.log(`${plural(lines.length, "record")} in the list. ${had} were still there, and are erased again.`);
    return 0;
  }
  const found = await ask<{ id: string }>(sql`select o as id from ctx.organisations(${env().SERVICE_TOKEN}) o`);
  for (const { id } of found) process.stdout.write(writeErasedLines(await listErased(jobCtx(id))));
  return 0;
}

/** The database's own words may hold values. */
function failed(error: unknown): number {
  console.error(error instanceof Error ? error.message : "Something went wrong.");
  return 2;
}

const { DATABASE_OWNER_URL: ownerUrl = "" } = process.env;
process.exitCode = await run(process.argv[2] ?? "", ownerUrl)
  .catch(failed)
  .finally(closeDatabase);
