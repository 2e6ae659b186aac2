import "server-only";
import { and, eq } from "drizzle-orm";
import { cases, charges } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

type CaseRow = Pick<typeof cases.$inferSelect, "id" | "considered">;

/**
 * Keeps offences as considered and not relied on, with the reason; those that a charge of the case names are passed over.
 * @returns the offences that were kept
 */
export async function setAside(ctx: TxCtx, row: CaseRow, offences: readonly string[], why: string): Promise<string[]> {
  const named = await ctx.db
    .select({ home: charges.homeOffence, there: charges.thereOffence })
    .from(charges)
    .where(and(eq(charges.orgId, ctx.orgId), eq(charges.caseId, row.id)));
  const fresh = offences.filter((key) => !named.some(({ home, there }) => home === key || there === key));
  const entry = { why, by: ctx.actor.memberId ?? "", at: ctx.now.toISOString() };
  await keep(ctx, row, [
    ...row.considered.filter(({ offence }) => !fresh.includes(offence)),
    ...fresh.map((offence) => ({ offence, ...entry })),
  ]);
  return fresh;
}

/** An offence that is named on a charge is relied on again. */
export async function takeUp(ctx: TxCtx, row: CaseRow, offences: readonly (string | null)[]): Promise<void> {
  const left = row.considered.filter(({ offence }) => !offences.includes(offence));
  if (left.length < row.considered.length) await keep(ctx, row, left);
}

async function keep(ctx: TxCtx, row: CaseRow, considered: CaseRow["considered"]): Promise<void> {
  await ctx.db
    .update(cases)
    .set({ considered })
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, row.id)));
}
