import "server-only";
import type { Job, JobResult, PgBoss, WorkOptions } from "pg-boss";
import { type JobName, type JobPayload, jobNames } from "@/lib/kernel/jobs/names";
import { places } from "@/lib/platform/sandbox/sandbox";

/** Short jobs that come in crowds: taken several at a time, without a pause while there are more. */
const crowds: readonly JobName[] = ["ladder.advance", "mail.send"];

/**
 * Jobs that a single file can make long: so many at once, and of each organisation one, so that a slow file of one keeps
 * none of the others waiting.
 */
const sideBySide: Partial<Record<JobName, number>> = {
  "exhibit.look": places.looks,
  "exhibit.read": places.reads,
  "exhibit.scan": 3,
  "chat.read": places.chats,
  "import.work": places.sheets,
};

/** How the worker takes the jobs of one queue. */
export function turnsOf(name: JobName): WorkOptions & { perJobResults: true } {
  const always = { pollingIntervalSeconds: 0.5, perJobResults: true } as const;
  const count = sideBySide[name];
  if (count) return { ...always, localConcurrency: count, localGroupConcurrency: 1 };
  return crowds.includes(name) ? { ...always, batchSize: 20, burstWhenBatchFull: true } : always;
}

export type Perform = <Name extends JobName>(name: Name, job: Job<JobPayload[Name]>) => Promise<"completed" | "failed">;

/** Takes the jobs of these queues until `boss` is stopped. */
export async function takeJobs(boss: PgBoss, perform: Perform, names: readonly JobName[] = jobNames): Promise<void> {
  for (const name of names) await take(boss, name, perform);
}

async function take<Name extends JobName>(boss: PgBoss, name: Name, perform: Perform): Promise<void> {
  await boss.work<JobPayload[Name]>(name, turnsOf(name), async (jobs) => {
    const results: JobResult[] = [];
    for (const job of jobs) results.push({ id: job.id, status: await perform(name, job) });
    return results;
  });
}
