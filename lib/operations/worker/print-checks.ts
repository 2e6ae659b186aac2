import "server-only";
import { sql } from "drizzle-orm";
import { ask, closeDatabase } from "@/db/client";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { newestAnchors } from "@/lib/operations/installation/checks/examine-log";
import { checkWords, stateWords } from "@/lib/operations/installation/labels";
import { readFactsAsJob } from "@/lib/operations/installation/queries";
import { runChecks } from "@/lib/operations/installation/run-checks";
import type { OrganisationFacts } from "@/lib/operations/installation/types";
import { writeDay } from "@/lib/operations/installation/write-day";
import { env } from "@/lib/platform/env";
import { newToken } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";

/**
 * The script behind `npm run doctor`: the checks of "Is everything in order?", printed. It needs no key, so it takes a
 * made-up one where none was given: nothing that is sealed is opened.
 */
async function print(): Promise<number> {
  const keyGiven = Boolean(process.env.KEK);
  const { DATABASE_URL: databaseUrl = null, DATA_DIR: dataDir = ".data" } = process.env;
  const settings = { ...process.env };
  process.env.KEK ||= newToken().toString("base64url");
  process.env.AUTH_SECRET ||= newToken().toString("base64url");
  const known = { settings, dataDir };
  const organisations = databaseUrl ? await readOrganisations(known) : null;
  const world = { ...known, demo: process.env.DEMO === "1", now: new Date(), keyGiven, databaseUrl, organisations };
  const results = await runChecks(world);
  for (const { key, findings, since } of results) {
    const from = since ? ` (${t("since {day}", { day: writeDay(since) })})` : "";
    console.log(`\n${checkWords[key]}${from}`);
    for (const [state, what, advice, place] of findings) {
      console.log(`  ${stateWords[state]}: ${what}${place ? ` [${place}]` : ""}`);
      if (advice) console.log(`    -> ${advice}`);
    }
  }
  const toFix = results.filter(({ state }) => state === "fix").length;
  console.log(toFix === 0 ? "\nNothing is broken." : `\n${toFix} to fix.`);
  return toFix === 0 ? 0 : 1;
}

/** Null where settings, token or database do not let anybody in: the other checks say which. */
async function readOrganisations(known: Parameters<typeof newestAnchors>[0]): Promise<OrganisationFacts[] | null> {
  try {
    const rows = await ask<{ id: string }>(sql`select o as id from ctx.organisations(${env().SERVICE_TOKEN}) o`);
    const anchors = newestAnchors(known);
    const facts = [];
    for (const { id } of rows) facts.push(await readFactsAsJob(jobCtx(id), anchors.get(id)));
    return facts.filter((found) => found !== null);
  } catch (error) {
    // Only our own words about settings: a message of the database may hold values.
    const { message = "" } = error as Error;
    if (message.startsWith("The settings")) console.error(message);
    return null;
  }
}

process.exitCode = await print().finally(closeDatabase);
