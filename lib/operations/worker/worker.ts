import { type Job, PgBoss } from "pg-boss";
import { checkConfinement } from "@/lib/evidence/exhibits/check-confinement";
import { keepAnchored } from "@/lib/kernel/anchors/keep-anchored";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import type { JobName, JobPayload } from "@/lib/kernel/jobs/names";
import { keepTelemetry } from "@/lib/operations/telemetry/keep-telemetry";
import { describeError } from "@/lib/platform/describe-error";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { bossLink } from "@/lib/platform/network/tls-policy";
import { measured } from "@/lib/platform/telemetry/measured";
import { parentIn } from "@/lib/platform/telemetry/span";
import { keepReadingMail } from "./keep-reading-mail";
import { keepSending } from "./keep-sending";
import { handlers } from "./registry";
import { keepRounds } from "./rounds";
import { takeJobs } from "./take-jobs";

/** The worker's process: takes jobs from the queues until it is stopped. */
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
  await checkConfinement();
  keepAnchored();
  await boss.start();
  const turns = await takeJobs(boss, perform);
  const rounds = keepRounds(boss);
  const sending = keepSending(boss);
  const reading = keepReadingMail();
  const stop = () => {
    rounds.stop();
    sending.stop();
    reading.stop();
    turns.stop();
    void boss.stop({ graceful: true, timeout: 20_000 }).finally(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.once("disconnect", stop);
}

/** A failed job does not affect those run with it: only the failed one is retried. */
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
