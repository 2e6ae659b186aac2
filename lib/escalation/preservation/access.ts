import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { accounts, references } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";

/** @throws AppError invalid on `accountId` or `referenceId` when it is not on this case */
export async function requireOnCase(
  ctx: TxCtx,
  caseId: string,
  { accountId, referenceId }: { accountId: string; referenceId: string | null },
): Promise<{ platform: string }> {
  const [account] = await ctx.db
    .select({ platform: accounts.platform })
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, caseId), eq(accounts.id, accountId)));
  if (!account)
    throw new AppError("invalid", t("Choose an account."), { accountId: t("Choose an account of this case.") });
  if (!referenceId) return account;
  const mine = and(eq(references.caseId, caseId), eq(references.id, referenceId));
  if ((await ctx.db.$count(references, mine)) > 0) return account;
  throw new AppError("invalid", t("Choose a number."), { referenceId: t("Choose a number of this case.") });
}
