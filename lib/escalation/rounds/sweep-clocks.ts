import "server-only";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { cases } from "@/db/schema";
import { askForChecks } from "@/lib/escalation/checks/ask-for-checks";
import { advanceCases } from "@/lib/escalation/ladder/access";
import { planDigests } from "@/lib/escalation/reminders/plan-digests";
import { planReminders } from "@/lib/escalation/reminders/plan-reminders";
import { askForUnscanned } from "@/lib/evidence/scans/ask-for-unscanned";
import { askForMissing } from "@/lib/evidence/timestamps/ask-for-missing";
import { writeAudit } from "@/lib/kernel/access/append-entry";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";

/** The number of cases per transaction: nothing waits for the round longer than for one batch. */
const batch = 500;

export type Round = { looked: number; changed: number; completed: number };

/**
 * The round over all open cases of an organisation: time passes even if nobody touches a case, so list values and due
 * reminders change. Idempotent across rounds and workers.
 */
export async function sweepClocks(ctx: Ctx): Promise<Round> {
  requirePermission(ctx, "job.run");
  const round: Round = { looked: 0, changed: 0, completed: 0 };
  const seen = new Set<string>();
  for (let after: string | null = null; ; ) {
    const done: Batch = await withTransaction(ctx, "read write", (scoped) => sweepBatch(scoped, after)).catch(
      unlessBusy,
    );
    for (const id of done.ids) seen.add(id);
    round.looked += done.ids.length;
    round.changed += done.changed;
    round.completed += done.completed;
    if (!done.last) break;
    after = done.last;
  }
  if (await othersAreDone(ctx, seen)) await planDigests(ctx);
  await askForMissing(ctx);
  await askForUnscanned(ctx);
  await askForChecks(ctx);
  return round;
}

type Batch = Omit<Round, "looked"> & { ids: string[]; last: string | null };

/**
 * Waits for the process that holds the cases this round skipped, so that no digest is made before it has recorded its
 * reminders. False on a lock timeout: that round, or the next, makes the digests.
 */
async function othersAreDone(ctx: Ctx, seen: ReadonlySet<string>): Promise<boolean> {
  return withTransaction(ctx, "read write", async ({ db, orgId }) => {
    const open = and(eq(cases.orgId, orgId), isNull(cases.closedAt));
    const rows = await db.select({ id: cases.id }).from(cases).where(open);
    const passed = rows.flatMap(({ id }) => (seen.has(id) ? [] : [id]));
    if (passed.length === 0) return true;
    await db.select({ id: cases.id }).from(cases).where(among(cases.id, passed)).orderBy(asc(cases.id)).for("share");
    return true;
  }).catch((error: { cause?: { code?: string } }) => {
    if (error.cause?.code === lockTimeout) return false;
    throw error;
  });
}

const lockTimeout = "55P03";

const none: Batch = { ids: [], changed: 0, completed: 0, last: null };

/** The other round takes longer than anybody waits for a lock: it does what there is. */
function unlessBusy(error: { cause?: { code?: string } }): Batch {
  if (error.cause?.code === lockTimeout) return none;
  throw error;
}

/** A case that somebody changes at this moment is left to the job that their change enqueues. */
async function sweepBatch(ctx: TxCtx, after: string | null): Promise<Batch> {
  // Of two rounds at the same moment one waits: else each would mail half of what became urgent for a person.
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`clocks ${ctx.orgId}`}, 0))`);
  const rows = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.orgId, ctx.orgId), isNull(cases.closedAt), after ? gt(cases.id, after) : undefined))
    .orderBy(asc(cases.id))
    .limit(batch)
    .for("no key update", { skipLocked: true });
  if (rows.length === 0) return none;
  const { views, completed, changed } = await advanceCases(ctx, rows);
  for (const { caseId, step } of completed) {
    const detail = { step, by: "its own record" };
    await writeAudit(ctx.db, { action: "step.completed", subjectId: caseId, caseId, detail });
  }
  const clocked = rows.map(({ id, code, ownerId }) => ({ id, code, ownerId, clocks: views.get(id)?.clocks ?? [] }));
  await planReminders(ctx, { cases: clocked });
  const last = rows.length < batch ? null : (rows.at(-1)?.id ?? null);
  return { ids: rows.map(({ id }) => id), changed, completed: completed.length, last };
}
