import "server-only";
import { and, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { members } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** The names of members by id, including removed ones, which the history keeps. */
export async function namesOf(ctx: TxCtx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids.flatMap((id) => id ?? []))];
  if (asked.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), among(members.id, asked)));
  return new Map(rows.map((row) => [row.id, row.name]));
}
