import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { dataKeys, liaisons, members } from "@/db/schema";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { createVault, openVault, type Vault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/** Where the words of a call are sealed. */
export const wordsPlace = (row: string) => ({ table: "liaison_callbacks", column: "words", row });

/** An officer's entry, held until the end of the transaction. @throws AppError not_found, also for a removed one */
export async function lockLiaison(ctx: Scoped, liaisonId: string) {
  if (isId(liaisonId)) {
    const mine = and(eq(liaisons.orgId, ctx.orgId), eq(liaisons.memberId, liaisonId));
    const [entry] = await ctx.db.select().from(liaisons).where(mine).for("update");
    const here = and(eq(members.orgId, ctx.orgId), eq(members.id, liaisonId), isNull(members.removedAt));
    const [member] = await ctx.db.select({ name: members.name }).from(members).where(here);
    if (entry && member) return { ...entry, name: member.name };
  }
  throw new AppError("not_found", "No such officer.");
}

/** The key under which words about officers are sealed; the first call of an organisation makes it. */
export async function openDirectory(ctx: Scoped): Promise<Vault> {
  const [row] = await ctx.db
    .select({ id: dataKeys.id })
    .from(dataKeys)
    .where(and(eq(dataKeys.orgId, ctx.orgId), eq(dataKeys.purpose, "directory")))
    .orderBy(asc(dataKeys.id))
    .limit(1);
  return row ? openVault(ctx, row.id) : createVault(ctx, "directory");
}

/** The members of the organisation who can sign in, by id: an officer may have been entered without an account. */
export async function listWithLogin(ctx: Scoped): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.execute<{ id: string }>(sql`select x as id from ctx.with_login() x`);
  return new Set([...rows].map((row) => row.id));
}
