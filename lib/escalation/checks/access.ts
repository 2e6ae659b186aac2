import "server-only";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import type { EntryRow } from "@/lib/escalation/takedowns/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { CheckSetting } from "./types";

/** Whether addresses are looked at in this organisation, and on which hosts. */
export async function readSetting(ctx: TxCtx): Promise<CheckSetting> {
  const [row] = await ctx.db
    .select({ on: organisations.checksOn, hosts: organisations.checkHosts })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId));
  return row ?? { on: false, hosts: [] };
}

/** The checks among the entries of an item: the last one, and how many in a row found nothing certain. */
export function checksOf(entries: readonly EntryRow[]): { lastCheckAt: Date | null; unclear: number } {
  const checks = entries.filter(({ seenBy }) => seenBy === "checker").toReversed();
  const certain = checks.findIndex(({ event }) => event === "seen_up" || event === "seen_gone");
  return { lastCheckAt: checks[0]?.happenedAt ?? null, unclear: certain === -1 ? checks.length : certain };
}
