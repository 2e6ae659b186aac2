import "server-only";
import { and, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { references } from "@/db/schema";
import { watchIds } from "@/lib/casework/clients/watch-ids";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { sameNumbers } from "./same-numbers";

/** Notifies the owner of a hidden case, and the supervisors, that somebody recorded a number that is on it. */
export async function watchNumber(ctx: TxCtx, number: { kind: string; canonical: string }): Promise<void> {
  const found = (await sameNumbers(ctx, number)).map(({ id }) => id);
  const seen = await ctx.db
    .select({ id: references.id })
    .from(references)
    .where(and(eq(references.orgId, ctx.orgId), among(references.id, found)));
  const hidden = found.filter((id) => !seen.some((row) => row.id === id));
  await watchIds(
    ctx,
    hidden.map((id) => ({ kind: "reference", id, field: "number" })),
  );
}
