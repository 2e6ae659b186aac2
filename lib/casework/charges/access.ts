import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { cases, charges } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";

/** A charge of this very case. @throws AppError not_found */
export async function findCharge(ctx: TxCtx, caseId: string, chargeId: string) {
  const [row] = await ctx.db
    .select()
    .from(charges)
    .where(and(eq(charges.orgId, ctx.orgId), eq(charges.caseId, caseId), eq(charges.id, chargeId)));
  if (!row) throw new AppError("not_found", t("No such charge."));
  return row;
}

/** As much of a case as says which offences were considered. */
export type Considering = Pick<typeof cases.$inferSelect, "id" | "considered">;

export async function keepConsidered(
  ctx: TxCtx,
  { id }: Pick<Considering, "id">,
  considered: Considering["considered"],
): Promise<void> {
  await ctx.db
    .update(cases)
    .set({ considered })
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, id)));
}
