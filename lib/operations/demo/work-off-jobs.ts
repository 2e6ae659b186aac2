import "server-only";
import { PgBoss } from "pg-boss";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { env } from "@/lib/platform/env";
import { bossLink } from "@/lib/platform/network/tls-policy";

/** What the loader did itself, so that no job of it is left. */
const done = [
  "ladder.advance",
  "exhibit.look",
  "exhibit.read",
  "chat.read",
  "packet.assemble",
  "packet.stamp",
  "import.work",
] as const;

/**
 * Re-evaluates every ladder and removes the jobs of the loading from the queues. The worker would run them one by one,
 * and whoever opens the demo would wait behind them.
 */
export async function workOffJobs(orgId: string, caseIds: Iterable<string>): Promise<void> {
  for (const caseId of caseIds) await advanceLadder(jobCtx(orgId), { caseId });
  const boss = new PgBoss({ ...bossLink(env().DATABASE_URL), schema: "pgboss", migrate: false, schedule: false });
  boss.on("error", () => undefined);
  await boss.start();
  for (const name of done) {
    const jobs = await boss.fetch(name, { batchSize: 2_000 });
    if (jobs.length > 0)
      await boss.complete(
        name,
        jobs.map((job) => job.id),
      );
  }
  await boss.stop({ graceful: false });
}
