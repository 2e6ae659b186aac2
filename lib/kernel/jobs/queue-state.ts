import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";

/** A worker writes its queue counts every five to fifteen seconds; without any for this long, there is no worker. */
const silence = 60;

/** True if a worker checked the queues within the last minute, by the database clock. */
export async function workerAnswers(): Promise<boolean> {
  const [row] = await ask<{ alive: boolean | null }>(
    sql`select max(monitor_on) > now() - make_interval(secs => ${silence}) as alive from pgboss.queue`,
  );
  return row?.alive === true;
}
