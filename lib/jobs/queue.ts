import "server-only";
import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Scoped } from "@/lib/access/ctx";
import type { JobName, JobPayload } from "./names";

/** Enqueues a job in the transaction of the change that causes it: both happen, or neither. */
export async function enqueue<Name extends JobName>(
  ctx: Scoped,
  name: Name,
  payload: Omit<JobPayload[Name], "orgId">,
): Promise<void> {
  // Never started: it has no connection of its own and speaks through the open transaction.
  const db = fromDrizzle(ctx.db, sql);
  const boss = new PgBoss({ db, schema: "pgboss", migrate: false, supervise: false, schedule: false });
  await boss.send(name, { ...payload, orgId: ctx.orgId });
}
