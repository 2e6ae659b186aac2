import "server-only";
import { and, asc, eq, isNotNull, isNull, or } from "drizzle-orm";
import { cases, exhibits, takedowns } from "@/db/schema";
import { notRestricted } from "@/lib/casework/cases/access";
import { markAddress } from "@/lib/evidence/exhibits/mark-address";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { takedownPlace } from "./rules";

/** So many of each in one night's run; the next one goes on. */
const batch = 500;

/**
 * Marks addresses that were recorded before they were marked, so that all exhibits of one address take its looks. Those
 * of a restricted case wait until it is released. @returns how many were marked
 */
export async function markOldAddresses(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read write", async (scoped) => (await markItems(scoped)) + (await markExhibits(scoped)));
}

async function markItems(ctx: TxCtx): Promise<number> {
  const rows = await ctx.db
    .select({ id: takedowns.id, url: takedowns.url, keyId: cases.keyId })
    .from(takedowns)
    .innerJoin(cases, eq(cases.id, takedowns.caseId))
    .where(and(eq(takedowns.orgId, ctx.orgId), isNotNull(takedowns.url), isNull(takedowns.addressMark), notRestricted))
    .orderBy(asc(takedowns.id))
    .limit(batch);
  for (const { id, url, keyId } of rows) {
    const vault = await openVault(ctx, keyId);
    const addressMark = markAddress(vault, vault.openMaybe(takedownPlace(id, "url"), url));
    await ctx.db
      .update(takedowns)
      .set({ addressMark })
      .where(and(eq(takedowns.orgId, ctx.orgId), eq(takedowns.id, id)));
  }
  return rows.length;
}

async function markExhibits(ctx: TxCtx): Promise<number> {
  const linked = or(isNotNull(exhibits.sourceUrl), isNotNull(exhibits.permalink));
  const rows = await ctx.db
    .select({ id: exhibits.id, url: exhibits.sourceUrl, permalink: exhibits.permalink, keyId: cases.keyId })
    .from(exhibits)
    .innerJoin(cases, eq(cases.id, exhibits.caseId))
    .where(and(eq(exhibits.orgId, ctx.orgId), linked, isNull(exhibits.addressMark), notRestricted))
    .orderBy(asc(exhibits.id))
    .limit(batch);
  for (const { id, url, permalink, keyId } of rows) {
    const vault = await openVault(ctx, keyId);
    const place = (column: string) => ({ table: "exhibits", column, row: id });
    const address = vault.openMaybe(place("permalink"), permalink) ?? vault.openMaybe(place("source_url"), url);
    await ctx.db
      .update(exhibits)
      .set({ addressMark: markAddress(vault, address) })
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.id, id)));
  }
  return rows.length;
}
