import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { cases, charges } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
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
export type Considering = Pick<typeof cases.$inferSelect, "id" | "keyId" | "setAside" | "considered">;
export type Considered = Considering["considered"][number];

const place = (id: string) => ({ table: "cases", column: "set_aside", row: id });

/** The offences of a case that were considered and are not relied on. Those of before they were sealed are open. */
export async function readConsidered(
  ctx: TxCtx,
  { id, keyId, setAside, considered }: Considering,
): Promise<Considered[]> {
  if (setAside === null) return considered;
  return JSON.parse((await openVault(ctx, keyId)).open(place(id), setAside));
}

export async function keepConsidered(
  ctx: TxCtx,
  { id, keyId }: Pick<Considering, "id" | "keyId">,
  list: readonly Considered[],
): Promise<void> {
  const setAside = (await openVault(ctx, keyId)).seal(place(id), JSON.stringify(list));
  await ctx.db
    .update(cases)
    .set({ setAside, considered: [] })
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, id)));
}
