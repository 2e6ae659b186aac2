import "server-only";
import { and, eq } from "drizzle-orm";
import { charges } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { type Considering, keepConsidered, readConsidered } from "./access";

/**
 * Keeps offences as considered and not relied on, with the reason; those that a charge of the case names are passed over.
 * @returns the offences that were kept
 */
export async function setAside(
  ctx: TxCtx,
  row: Considering,
  offences: readonly string[],
  why: string,
): Promise<string[]> {
  const named = await ctx.db
    .select({ home: charges.homeOffence, there: charges.thereOffence })
    .from(charges)
    .where(and(eq(charges.orgId, ctx.orgId), eq(charges.caseId, row.id)));
  const fresh = offences.filter((key) => !named.some(({ home, there }) => home === key || there === key));
  const entry = { why, by: ctx.actor.memberId ?? "", at: ctx.now.toISOString() };
  const before = await readConsidered(ctx, row);
  await keepConsidered(ctx, row, [
    ...before.filter(({ offence }) => !fresh.includes(offence)),
    ...fresh.map((offence) => ({ offence, ...entry })),
  ]);
  return fresh;
}
