import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { env } from "@/lib/platform/env";
import { newestAnchors } from "./checks/examine-log";
import { keepStates } from "./checks/keep-states";
import { readFacts } from "./queries";
import { runChecks } from "./run-checks";
import type { CheckResult, World } from "./types";

/**
 * Runs every check for an administrator or the worker, as this process sees the machine, and keeps since when each is so.
 * @param read how the organisation's facts are read: as a person, or as a job
 */
export async function lookAround(ctx: Ctx, read: typeof readFacts = readFacts): Promise<CheckResult[]> {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: demo } = env();
  const settings = process.env;
  const facts = await read(ctx, newestAnchors({ settings, dataDir }).get(ctx.orgId));
  const world: World = {
    settings,
    dataDir,
    demo,
    now: ctx.now,
    // What serves has one, wherever it came from.
    keyGiven: true,
    databaseUrl,
    organisations: facts ? [facts] : null,
  };
  const results = await runChecks(world);
  keepStates(dataDir, results, ctx.now);
  return results;
}
