import "server-only";
import { and, eq } from "drizzle-orm";
import { caseSendings, cases, receivingSystems, referrals } from "@/db/schema";
import { systemPlace } from "@/lib/integrations/receiving-systems/rules";
import { writeAudit } from "@/lib/kernel/access/append-entry";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { PageFailed } from "@/lib/platform/network/page-problems";
import { systemWays, type Ways } from "@/lib/platform/network/reach-host";
import { mayLeave } from "./access";
import { type PrimeroCase, postToPrimero } from "./post-to-primero";
import { bodyPlace, isCovered, mostAttempts, outcomeOf } from "./rules";
import type { SendingState } from "./types";

const timeoutMs = 15_000;

/** The other system gave no answer that settles it: the queue tries again. */
class NoAnswer extends Error {}

/**
 * The job that carries a case over. Everything that permitted it is asked again first; no transaction is open meanwhile.
 * Sent twice, it is one case there, since it has the same id. @param ways for tests @throws NoAnswer until it is given up
 */
export async function deliverCase(
  ctx: Ctx,
  { sendingId }: { sendingId: string },
  ways: Ways = { ...systemWays, timeoutMs },
): Promise<SendingState | "settled"> {
  requirePermission(ctx, "job.run");
  const taken = await withTransaction(ctx, "read write", (scoped) => takeSending(scoped, sendingId));
  if (!taken) return "settled";
  const answer = await postToPrimero(taken, ways).catch((error: unknown) => {
    if (error instanceof PageFailed) return error.problem;
    throw error;
  });
  const said = typeof answer === "string" ? { status: null, problem: answer } : { status: answer, problem: null };
  const isLast = taken.attempts >= mostAttempts;
  const outcome = outcomeOf(said.status);
  const state = outcome === "waiting" && isLast ? "given_up" : outcome;
  await withTransaction(ctx, "read write", (scoped) => settle(scoped, sendingId, { ...said, state }));
  if (state === "waiting") throw new NoAnswer("The other system gave no answer.");
  return state;
}

/** What is sent now, or null for what is settled or may not leave any more. */
async function takeSending(ctx: TxCtx, sendingId: string): Promise<(PrimeroCase & { attempts: number }) | null> {
  const its = and(eq(caseSendings.orgId, ctx.orgId), eq(caseSendings.id, sendingId));
  const [sending] = await ctx.db.select().from(caseSendings).where(its).for("update");
  if (sending?.state !== "waiting") return null;
  const [row] = await ctx.db
    .select({ system: receivingSystems, referral: referrals, keyId: cases.keyId })
    .from(receivingSystems)
    .innerJoin(referrals, eq(referrals.id, sending.referralId))
    .innerJoin(cases, eq(cases.id, sending.caseId))
    .where(and(eq(receivingSystems.orgId, ctx.orgId), eq(receivingSystems.id, sending.systemId)));
  if (!row) throw new Error("A sending has its system, its referral and its case.");
  const { system, referral } = row;
  const { password } = system;
  if (system.offAt || !password || !isCovered(referral) || !(await mayLeave(ctx, sending.caseId))) {
    await settle(ctx, sendingId, { state: "stopped", status: null, problem: null });
    return null;
  }
  const attempts = sending.attempts + 1;
  await ctx.db.update(caseSendings).set({ attempts }).where(its);
  const theirs = await openVault(ctx, system.keyId);
  const ours = await openVault(ctx, row.keyId);
  return {
    attempts,
    address: theirs.open(systemPlace(system.id, "address"), system.address),
    userName: theirs.open(systemPlace(system.id, "user_name"), system.userName),
    password: theirs.open(systemPlace(system.id, "password"), password),
    data: { id: sendingId, ...JSON.parse(ours.open(bodyPlace(sendingId), sending.body)) },
  };
}

type Settled = { state: SendingState; status: number | null; problem: string | null };

async function settle(ctx: TxCtx, sendingId: string, { state, status, problem }: Settled): Promise<void> {
  const isSettled = state !== "waiting";
  const [row] = await ctx.db
    .update(caseSendings)
    .set({ state, status, problem, settledAt: isSettled ? ctx.now : null })
    .where(and(eq(caseSendings.orgId, ctx.orgId), eq(caseSendings.id, sendingId), eq(caseSendings.state, "waiting")))
    .returning({ caseId: caseSendings.caseId });
  if (!row || !isSettled) return;
  await writeAudit(ctx.db, {
    action: state === "sent" ? "sending.taken" : "sending.failed",
    subjectId: sendingId,
    caseId: row.caseId,
    detail: { state },
  });
}
