import "server-only";
import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Scoped } from "@/lib/access/ctx";
import { env } from "@/lib/platform/env";
import type { JobName, JobPayload } from "./names";

const kept = globalThis as { crossdocketQueue?: PgBoss };

/** Only builds statements: it is never started, so it opens no connection of its own. */
function sender(): PgBoss {
  kept.crossdocketQueue ??= new PgBoss({
    connectionString: env().DATABASE_URL,
    schema: "pgboss",
    migrate: false,
    supervise: false,
    schedule: false,
  });
  return kept.crossdocketQueue;
}

/** Enqueues a job in the transaction of the change that causes it: both happen, or neither. */
export async function enqueue<Name extends JobName>(
  ctx: Scoped,
  name: Name,
  payload: Omit<JobPayload[Name], "orgId">,
): Promise<void> {
  const db = fromDrizzle(ctx.db, sql);
  await sender().send(name, { ...payload, orgId: ctx.orgId }, { db });
}
