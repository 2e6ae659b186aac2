import "server-only";
import { and, asc, desc, eq, inArray, lt, not, or, sql } from "drizzle-orm";
import { exhibits, scans } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { askVersion } from "@/lib/platform/clamd/ask-clamd";
import { scannerAddress } from "@/lib/platform/clamd/scanner";
import { addHours } from "@/lib/platform/time/clock";
import { pendingRow } from "./access";
import { lastingProblems, listNumber } from "./rules";

/** So many exhibits are given out in one round: 2,000 an hour. */
const batch = 500;

/** Of those that an older list called clean, so many are shown again in one round: 400 an hour. */
const againBatch = 100;

/** An exhibit that has just arrived has its own job. */
const settledHours = 1 / 6;

/**
 * The part of the round that retries verdicts: exhibits from before a scanner was configured, those that wait for one
 * that was down, and some of those that older signatures called clean. @returns how many jobs were enqueued
 */
export async function askForUnscanned(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  const address = scannerAddress();
  if (address === null) return 0;
  const present = await presentList(address);
  return withTransaction(ctx, "read write", async (scoped) => {
    const ids = [...(await beginMissing(scoped)), ...(await listDue(scoped)), ...(await listOutdated(scoped, present))];
    for (const exhibitId of ids) await enqueue(scoped, "exhibit.scan", { exhibitId });
    return ids.length;
  });
}

/** The number of the list that the scanner has now; null for one that is away or says none. */
async function presentList(address: string): Promise<number | null> {
  return askVersion(address)
    .then(listNumber)
    .catch(() => null);
}

/**
 * Files called clean by older signatures, newest first: those are the ones people view, and many signature versions
 * have checked the old ones.
 */
async function listOutdated(ctx: TxCtx, present: number | null): Promise<string[]> {
  if (present === null) return [];
  // As listNumber reads it; a verdict without a number is not rescanned.
  const then = sql`substring(${scans.engine} from '^[^/]+/([0-9]{1,9})(/|$)')::int`;
  const rows = await ctx.db
    .select({ id: scans.exhibitId })
    .from(scans)
    .innerJoin(exhibits, and(eq(exhibits.orgId, scans.orgId), eq(exhibits.id, scans.exhibitId)))
    .where(and(eq(scans.orgId, ctx.orgId), eq(scans.state, "clean"), sql`${then} < ${present}`))
    .orderBy(desc(exhibits.receivedAt), desc(exhibits.id))
    .limit(againBatch);
  return rows.map(({ id }) => id);
}

async function beginMissing(ctx: TxCtx): Promise<string[]> {
  const none = sql`not exists (select 1 from ${scans} s where s.exhibit_id = ${exhibits.id})`;
  const settled = lt(exhibits.receivedAt, addHours(ctx.now, -settledHours));
  const rows = await ctx.db
    .select({ id: exhibits.id, caseId: exhibits.caseId })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), settled, none))
    .orderBy(asc(exhibits.id))
    .limit(batch);
  if (rows.length === 0) return [];
  await ctx.db
    .insert(scans)
    .values(rows.map((row) => pendingRow(ctx, row)))
    .onConflictDoNothing();
  return rows.map(({ id }) => id);
}

/** Those no longer retried by their own job: an attempt is an hour old, or a day if a retry would change nothing. */
async function listDue(ctx: TxCtx): Promise<string[]> {
  const since = sql`coalesce(${scans.lastTriedAt}, ${scans.askedAt})`;
  const before = (hours: number) => sql`${since} <= ${addHours(ctx.now, -hours).toISOString()}::timestamptz`;
  const untried = and(eq(scans.tries, 0), before(settledHours));
  const lasts = inArray(scans.problem, [...lastingProblems]);
  const rows = await ctx.db
    .select({ id: scans.exhibitId })
    .from(scans)
    .where(
      and(
        eq(scans.orgId, ctx.orgId),
        eq(scans.state, "pending"),
        or(untried, and(not(lasts), before(1)), and(lasts, before(24))),
      ),
    )
    .orderBy(asc(since), asc(scans.id))
    .limit(batch);
  return rows.map(({ id }) => id);
}
