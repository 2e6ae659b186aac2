import { type Job, type JobResult, PgBoss } from "pg-boss";
import { keepAnchored } from "@/lib/anchors/keep-anchored";
import { jobCtx } from "@/lib/jobs/job-ctx";
import { type JobName, type JobPayload, jobNames } from "@/lib/jobs/names";
import { bossLink } from "@/lib/platform/carried-safely";
import { describeError } from "@/lib/platform/describe-error";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { measured } from "@/lib/platform/telemetry/measured";
import { parentIn } from "@/lib/platform/telemetry/span";
import { keepTelemetry } from "@/lib/telemetry/keep-telemetry";
import { handlers } from "./registry";
import { keepRounds } from "./rounds";

/** The worker's process: takes jobs from the queues until it is told to stop. */
async function work(): Promise<void> {
  const boss = new PgBoss({
    ...bossLink(env().DATABASE_URL),
    schema: "pgboss",
    migrate: false,
    schedule: false,
    max: 4,
    // So that the silence of a worker that died is noticed soon, and its job given to the next one.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", (error) => log().error(describeError(error), "the job queue reports an error"));
  keepTelemetry("worker");
  keepAnchored();
  await boss.start();
  for (const name of jobNames) await take(boss, name);
  const rounds = keepRounds(boss);
  const stop = () => {
    rounds.stop();
    void boss.stop({ graceful: true, timeout: 20_000 }).finally(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.once("disconnect", stop);
}

/** Short jobs that come in crowds: taken several at a time, without a pause while there are more. */
const crowds: readonly JobName[] = ["ladder.advance", "mail.send"];

async function take<Name extends JobName>(boss: PgBoss, name: Name): Promise<void> {
  const crowd = crowds.includes(name) ? { batchSize: 20, burstWhenBatchFull: true } : {};
  const options = { pollingIntervalSeconds: 0.5, perJobResults: true, ...crowd } as const;
  await boss.work<JobPayload[Name]>(name, options, async (jobs) => {
    const results: JobResult[] = [];
    for (const job of jobs) results.push({ id: job.id, status: await perform(name, job) });
    return results;
  });
}

/** One job that fails does not take those beside it along: it alone is given out again. */
async function perform<Name extends JobName>(name: Name, job: Job<JobPayload[Name]>): Promise<"completed" | "failed"> {
  try {
    const work = { kind: "job", name, parent: parentIn(job.data) } as const;
    await measured(work, () => handlers[name](jobCtx(job.data.orgId), job.data));
    return "completed";
  } catch (error) {
    log().error({ job: name, id: job.id, ...describeError(error) }, "a job failed");
    return "failed";
  }
}

await work();
