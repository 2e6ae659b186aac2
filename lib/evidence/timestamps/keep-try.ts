import "server-only";
import { and, eq } from "drizzle-orm";
import { timestamps } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import type { StampRow } from "./access";
import { askedAgainAt, stateOf } from "./rules";
import type { StampProblem } from "./types";

/** Counts a failed attempt, and schedules the next one according to the rule. */
export async function keepTry(ctx: TxCtx, row: StampRow, problem: StampProblem): Promise<StampRow["state"]> {
  const state = stateOf(problem);
  const tries = row.tries + 1;
  await ctx.db
    .update(timestamps)
    .set({ state, problem, tries, lastTriedAt: ctx.now })
    .where(and(eq(timestamps.orgId, ctx.orgId), eq(timestamps.id, row.id)));
  const again = askedAgainAt(state, tries, ctx.now);
  if (again) await enqueue(ctx, "exhibit.stamp", { exhibitId: row.exhibitId }, again);
  return state;
}
