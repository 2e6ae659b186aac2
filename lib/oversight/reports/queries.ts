import "server-only";
import { sql } from "drizzle-orm";
import { cases } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { countFigures } from "./count-figures";
import { findCounts } from "./find-counts";
import { layOutReports } from "./lay-out-reports";
import { atOnce, progressOf, SlowToCount } from "./rules";
import {
  type Audience,
  type CountedFigures,
  type CountedReports,
  caseSets,
  type Filter,
  type Owner,
  type Report,
} from "./types";

/**
 * Every report under one filter, in page order: as they were counted in the background within the last day, or else counted
 * now. Small cells are already suppressed in reports that leave the organisation. @throws SlowToCount, StillCounting
 */
export const readCounted = query(
  "team.read",
  async (ctx, filter: Filter, audience: Audience = "screen"): Promise<CountedReports> => {
    const shown = { filter, audience };
    const kept = await findCounts(ctx, filter);
    if (!kept) return { reports: await layOut(ctx, await countFigures(ctx, filter, atOnce), shown), countedAt: null };
    return { reports: kept.figures && (await layOut(ctx, kept.figures, shown)), countedAt: kept.countedAt };
  },
);

/** The reports alone. @throws SlowToCount, also when they could not be counted in the background; StillCounting */
export const readReports = query(
  "team.read",
  async (ctx, filter: Filter, audience: Audience = "screen"): Promise<Report[]> => {
    const { reports } = await readCounted(ctx, filter, audience);
    if (!reports) throw new SlowToCount();
    return reports;
  },
);

type Shown = { filter: Filter; audience: Audience };

async function layOut(ctx: TxCtx, counted: CountedFigures, { filter, audience }: Shown): Promise<Report[]> {
  const figures = { ...counted, owners: await listOwners(ctx), fields: await listCustomFields(ctx, "case") };
  return layOutReports(figures, filter, audience);
}

/** How far the long count of this organisation is; null while none is at work. */
export const readProgress = query("team.read", async (ctx): Promise<{ done: number; of: number } | null> => {
  const name = progressOf(ctx.orgId);
  const [row] = await ctx.db.execute<{ done: number }>(sql`
    select substr(application_name, ${name.length + 1}::int)::int as done from pg_stat_activity
    where starts_with(application_name, ${name}) limit 1`);
  return row ? { done: row.done, of: caseSets.length } : null;
});

/** Who has cases or may have them, by name: for the filter, and for the owner of a case list. */
export const listOwners = query("case.read", async (ctx): Promise<Owner[]> => {
  const rows = await ctx.db.execute<Owner>(sql`
    select m.id, m.name from app.members m
    where m.org_id = ${ctx.orgId}::uuid and ((m.removed_at is null and m.role in ('caseworker', 'supervisor'))
      or exists (select from app.cases where ${cases.ownerId} = m.id and ${visibleCases(ctx)} offset 0))
    order by m.name, m.id`);
  return [...rows];
});
