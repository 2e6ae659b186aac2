import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { accounts, preservations, references } from "@/db/schema";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import type { PreservationFact } from "./types";

/** What was asked for the accounts of a case, the oldest first. */
export async function readPreservations(ctx: Scoped, caseId: string): Promise<PreservationFact[]> {
  const rows = await ctx.db
    .select({ accountNumber: accounts.number, platform: accounts.platform, keep: preservations })
    .from(preservations)
    .innerJoin(accounts, eq(accounts.id, preservations.accountId))
    .where(and(eq(preservations.orgId, ctx.orgId), eq(preservations.caseId, caseId)))
    .orderBy(asc(preservations.askedOn), asc(preservations.id));
  return rows.map(({ keep, ...account }) => ({ ...keep, ...account }));
}

/** @throws AppError invalid on `accountId` or `referenceId` when it is not on this case */
export async function requireOnCase(
  ctx: Scoped,
  caseId: string,
  { accountId, referenceId }: { accountId: string; referenceId: string | null },
): Promise<{ platform: string }> {
  const [account] = await ctx.db
    .select({ platform: accounts.platform })
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, caseId), eq(accounts.id, accountId)));
  if (!account) throw new AppError("invalid", "Choose an account.", { accountId: "Choose an account of this case." });
  if (!referenceId) return account;
  const mine = and(eq(references.caseId, caseId), eq(references.id, referenceId));
  if ((await ctx.db.$count(references, mine)) > 0) return account;
  throw new AppError("invalid", "Choose a number.", { referenceId: "Choose a number of this case." });
}
