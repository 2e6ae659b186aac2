import "server-only";
import { sql } from "drizzle-orm";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** The members of the organisation who can sign in, by id: an officer may have been entered without an account. */
export async function listWithLogin(ctx: TxCtx): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.execute<{ id: string }>(sql`select x as id from ctx.with_login() x`);
  return new Set([...rows].map((row) => row.id));
}
