import "server-only";
import { and, asc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { exhibits, timestamps } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { addHours } from "@/lib/platform/time/clock";
import { type Authority, authorities } from "@/lib/platform/tsa/authorities";
import { pendingRow } from "./access";

/** So many exhibits are given out for each authority in one round: 2,000 an hour. */
const batch = 500;

/** An exhibit that has just arrived has its own job. */
const settledHours = 1 / 6;

/**
 * The part of the round that retries stamps: exhibits from before an authority was configured, those that wait for one
 * that was down, and once a day those whose stamp was refused.
 * @returns how many jobs were enqueued
 */
export async function askForMissing(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  const ids = new Set<string>();
  for (const authority of authorities()) {
    await withTransaction(ctx, "read write", async (scoped) => {
      const found = [...(await beginMissing(scoped, authority)), ...(await listDue(scoped, authority))];
      for (const id of found) {
        if (ids.has(id)) continue;
        ids.add(id);
        await enqueue(scoped, "exhibit.stamp", { exhibitId: id });
      }
    });
  }
  return ids.size;
}

/** Makes those pending that have no row with this authority. */
async function beginMissing(ctx: TxCtx, { name }: Authority): Promise<string[]> {
  const none = sql`not exists (select 1 from ${timestamps} t
    where t.exhibit_id = ${exhibits.id} and t.authority = ${name})`;
  const settled = lt(exhibits.receivedAt, addHours(ctx.now, -settledHours));
  const rows = await ctx.db
    .select({ id: exhibits.id, caseId: exhibits.caseId, sha256: exhibits.sha256 })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), settled, none))
    .orderBy(asc(exhibits.id))
    .limit(batch);
  if (rows.length === 0) return [];
  await ctx.db
    .insert(timestamps)
    .values(rows.map((row) => pendingRow(ctx, row, name)))
    .onConflictDoNothing();
  return rows.map(({ id }) => id);
}

/** Those no longer retried by their own job: an attempt is an hour old, a refusal a day. */
async function listDue(ctx: TxCtx, { name }: Authority): Promise<string[]> {
  const since = sql`coalesce(${timestamps.lastTriedAt}, ${timestamps.askedAt})`;
  const before = (hours: number) => sql`${since} <= ${addHours(ctx.now, -hours).toISOString()}::timestamptz`;
  const untried = and(eq(timestamps.state, "pending"), eq(timestamps.tries, 0), before(settledHours));
  const waiting = and(eq(timestamps.state, "pending"), before(1));
  const refused = and(eq(timestamps.state, "refused"), before(24));
  const rows = await ctx.db
    .select({ id: timestamps.exhibitId })
    .from(timestamps)
    .where(and(eq(timestamps.orgId, ctx.orgId), inArray(timestamps.authority, [name]), or(untried, waiting, refused)))
    .orderBy(asc(since), asc(timestamps.id))
    .limit(batch);
  return rows.map(({ id }) => id);
}
