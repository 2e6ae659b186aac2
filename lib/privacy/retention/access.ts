import "server-only";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { keepingOf } from "./rules";
import type { Keeping } from "./types";

/** How many years this organisation keeps a closed case. */
export async function findKeeping(ctx: TxCtx): Promise<Keeping> {
  const [row] = await ctx.db
    .select({ years: organisations.keepYears })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId));
  return keepingOf(row?.years ?? null);
}
