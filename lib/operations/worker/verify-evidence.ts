import "server-only";
import { sql } from "drizzle-orm";
import { ask, closeDatabase } from "@/db/client";
import { breakLabels, breakSentence, countWords } from "@/lib/evidence/verification/labels";
import { addReports, holds } from "@/lib/evidence/verification/rules";
import type { Counts, Report } from "@/lib/evidence/verification/types";
import { verifyOrganisation } from "@/lib/evidence/verification/verify-organisation";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { env } from "@/lib/platform/env";
import { formatBytes } from "@/lib/platform/text/format";

/** The script behind `npm run evidence:verify`: every organisation of this installation, every file, every ledger. */
async function verify(json: boolean): Promise<number> {
  const found = await ask<{ id: string }>(sql`select o as id from ctx.organisations(${env().SERVICE_TOKEN}) o`);
  const reports: Report[] = [];
  const say = progress(json);
  for (const { id } of found) {
    reports.push(
      await verifyOrganisation(jobCtx(id), {
        onProgress: (counts) => say(reports, counts),
        onBreak: (broken) => {
          if (!json) console.log(`${breakLabels[broken.kind]}: ${breakSentence(broken)}`);
        },
      }),
    );
  }
  const report = addReports(reports);
  if (json) console.log(JSON.stringify({ holds: holds(report), organisations: found.length, ...report }));
  else summarise(report);
  return holds(report) ? 0 : 1;
}

/** One line now and then, on the other stream, so that the result alone can be kept. */
function progress(json: boolean) {
  let last = Date.now();
  return (done: readonly Report[], counts: Counts) => {
    if (json || Date.now() - last < 2_000) return;
    last = Date.now();
    const { originals, derivatives, bytes } = addReports([...done, { counts, broken: {} }]).counts;
    console.error(`  ${originals + derivatives} files read, ${formatBytes(bytes)}`);
  };
}

function summarise(report: Report): void {
  if (holds(report)) {
    console.log(`${countWords(report.counts)}: all hold.`);
    return;
  }
  console.log(`\n${countWords(report.counts)} looked at.`);
  for (const [kind, broken] of Object.entries(report.broken)) {
    const label = breakLabels[kind as keyof typeof breakLabels];
    console.log(`BROKEN  ${label}: ${broken.count}. The first: ${breakSentence(broken.first)}`);
  }
}

/** 2: it could not be done, which says nothing about the evidence. The database's own words may hold values. */
function failed(error: unknown): number {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : "Unknown");
  return 2;
}

process.exitCode = await verify(process.argv.includes("--json")).catch(failed).finally(closeDatabase);
