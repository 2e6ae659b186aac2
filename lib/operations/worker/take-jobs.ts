import "server-only";
import { sql } from "drizzle-orm";
import type { Job, JobResult, PgBoss, WorkOptions } from "pg-boss";
import { ask } from "@/db/client";
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
  "exhibit.draw": 1,
  "exhibit.scan": 3,
  "chat.read": places.chats,
  "import.work": places.sheets,
};

/** Between two looks for jobs, in milliseconds. */
const pause = 500;

/** How many workers of one queue find jobs side by side. */
export const placesOf = (name: JobName): number => sideBySide[name] ?? 1;

/** How the worker takes the jobs of one queue. It is told of them (`keepTelling`), and looks only now and then in case it was not. */
export function turnsOf(name: JobName): WorkOptions & { perJobResults: true } {
  const always = { pollingIntervalSeconds: 30, perJobResults: true } as const;
  if (sideBySide[name]) return { ...always, localGroupConcurrency: 1 };
  return crowds.includes(name) ? { ...always, batchSize: 20, burstWhenBatchFull: true } : always;
}

export type Perform = <Name extends JobName>(name: Name, job: Job<JobPayload[Name]>) => Promise<"completed" | "failed">;

/** Takes the jobs of these queues until `boss` is stopped; `stop` ends the looking for new ones before. */
export async function takeJobs(
  boss: PgBoss,
  perform: Perform,
  names: readonly JobName[] = jobNames,
): Promise<{ stop: () => void }> {
  const workers = new Map<string, readonly string[]>();
  for (const name of names) workers.set(name, await take(boss, name, perform));
  return keepTelling(boss, workers);
}

/** One question twice a second for all queues: each asking its own was most of what a quiet server did. */
function keepTelling(boss: PgBoss, workers: ReadonlyMap<string, readonly string[]>): { stop: () => void } {
  let isOver = false;
  let next: NodeJS.Timeout | undefined;
  const look = async () => {
    // While the database is away the queues themselves say so, and go on by themselves.
    const waiting = await ask<{ name: string }>(waitingQueues).catch(() => []);
    if (!isOver) for (const { name } of waiting) for (const id of workers.get(name) ?? []) boss.notifyWorker(id);
    if (!isOver) next = setTimeout(look, pause);
  };
  next = setTimeout(look, pause);
  return {
    stop: () => {
      isOver = true;
      clearTimeout(next);
    },
  };
}

const waitingQueues = sql`select distinct name from pgboss.job where state < 'active' and start_after <= now()`;

/** Each place is a worker of its own, since only the first of several that pg-boss makes at once can be told. */
async function take<Name extends JobName>(boss: PgBoss, name: Name, perform: Perform): Promise<string[]> {
  const work = () =>
    boss.work<JobPayload[Name]>(name, turnsOf(name), async (jobs) => {
      const results: JobResult[] = [];
      for (const job of jobs) results.push({ id: job.id, status: await perform(name, job) });
      return results;
    });
  return Promise.all(Array.from({ length: placesOf(name) }, work));
}
