import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { bodies, cases } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import { mondayOf } from "@/lib/evidence/exposure/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { query } from "@/lib/kernel/access/query";
import { officeZone } from "@/lib/law/office/rules";
import { labelBodies } from "@/lib/organisation/bodies/rules";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { rowsOf, seenCases } from "./access";
import { layOutReports } from "./lay-out-reports";
import { bodyMark } from "./rules";
import {
  type Audience,
  type CaseSet,
  type CountedRow,
  caseSets,
  type Figures,
  type Filter,
  type Owner,
  type Report,
} from "./types";

/**
 * Every report under one filter, in page order. Small cells are already suppressed in reports that leave the
 * organisation. @throws StillCounting
 */
export const readReports = query(
  "team.read",
  async (ctx, filter: Filter, audience: Audience = "screen"): Promise<Report[]> =>
    layOutReports(await readFigures(ctx, filter), filter, audience),
);

/** Who has cases or may have them, by name: for the filter, and for the owner of a case list. */
export const listOwners = query("case.read", async (ctx): Promise<Owner[]> => {
  const rows = await ctx.db.execute<Owner>(sql`
    select m.id, m.name from app.members m
    where m.org_id = ${ctx.orgId}::uuid and ((m.removed_at is null and m.role in ('caseworker', 'supervisor'))
      or exists (select from app.cases where ${cases.ownerId} = m.id and ${visibleCases(ctx)} offset 0))
    order by m.name, m.id`);
  return [...rows];
});

async function readFigures(ctx: TxCtx, filter: Filter): Promise<Figures> {
  await beginCounting(ctx);
  const counted = {} as Record<CaseSet, CountedRow[]>;
  for (const set of caseSets) counted[set] = await countSet(ctx, set, filter);
  const reveals = await countReveals(ctx, filter);
  await endCounting(ctx);
  for (const set of ["refusal", "station"] as const) counted[set] = await namePlaces(ctx, counted[set]);
  return { counted, reveals, owners: await listOwners(ctx), fields: await listCustomFields(ctx, "case") };
}

/** The reports that this person asked for before are being counted, for longer than one waits. */
export class StillCounting extends AppError {
  constructor() {
    super("conflict", t("Your last reports are still being counted. Wait a minute, then open them again."));
    this.name = "StillCounting";
  }
}

const lockTimeout = "55P03";

/**
 * Reports read every row once. Row-level security hides from Postgres how many rows there are, and by default it would
 * go row by row, which took minutes with 10,000 cases. With a million it takes longer than a statement may otherwise, so
 * a person has one such count at a time. For this transaction only. @throws StillCounting
 */
async function beginCounting(ctx: TxCtx): Promise<void> {
  const ofPerson = sql`hashtextextended(${`reports ${ctx.actor.memberId}`}, 0)`;
  await ctx.db.execute(sql`select pg_advisory_xact_lock(${ofPerson})`).catch((error: unknown) => {
    throw sqlState(error) === lockTimeout ? new StillCounting() : error;
  });
  await ctx.db.execute(sql`select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true),
    set_config('jit', 'off', true), set_config('statement_timeout', '60s', true)`);
}

async function endCounting(ctx: TxCtx): Promise<void> {
  await ctx.db.execute(sql`select set_config(name, reset_val, true) from pg_settings
    where name in ('enable_nestloop', 'work_mem', 'jit', 'statement_timeout')`);
}

/** Counts a set by key, three times over: under the filter, and with one half of it taken away. */
async function countSet(ctx: TxCtx, set: CaseSet, filter: Filter): Promise<CountedRow[]> {
  const member = filter.memberId ? sql`c.owner_id = ${filter.memberId}::uuid` : sql`true`;
  const pair = filter.pair ? sql`c.pair = ${filter.pair}` : sql`true`;
  const rows = await ctx.db.execute<CountedRow>(sql`
    with seen as (${seenCases(ctx)}),
    rows as materialized (select s.*, ${member} as of_member, ${pair} as of_pair
      from (${rowsOf(ctx, set, filter)}) s join seen c on c.id = s.case_id),
    each_case as (select r.key, r.case_id, r.of_member, r.of_pair, r.of_member and r.of_pair as of_both,
        count(*) as events, count(r.settled_on) as settled, min(r.row_id) as sample
      from rows r group by r.key, r.case_id, r.of_member, r.of_pair),
    medians as (select r.key, percentile_cont(0.5) within group (order by r.days) as median
      from rows r where r.of_member and r.of_pair and r.days is not null group by r.key)
    select e.key,
      count(*) filter (where e.of_both)::int as "n",
      count(*) filter (where e.of_member)::int as "ofMember",
      count(*) filter (where e.of_pair)::int as "ofPair",
      coalesce(sum(e.events) filter (where e.of_both), 0)::int as "events",
      (select m.median from medians m where m.key = e.key) as "median",
      coalesce(sum(e.settled) filter (where e.of_both), 0)::int as "settled",
      count(*) filter (where e.of_both and e.settled > 0)::int as "settledCases",
      count(*) filter (where e.of_both and e.settled < e.events)::int as "openCases",
      min(e.sample) filter (where e.of_both) as "sample"
    from each_case e group by e.key`);
  return rows.filter((row) => row.n > 0).toSorted((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1));
}

/** Entries of the directory by their names there, with the area where two bear one name. */
async function namePlaces(ctx: TxCtx, rows: CountedRow[]): Promise<CountedRow[]> {
  const ids = rows.flatMap(({ key }) => (key.startsWith(bodyMark) ? [key.slice(bodyMark.length)] : []));
  if (ids.length === 0) return rows;
  const found = await ctx.db
    .select({ id: bodies.id, name: bodies.name, area: bodies.area })
    .from(bodies)
    .where(and(eq(bodies.orgId, ctx.orgId), among(bodies.id, ids)));
  const names = new Map(labelBodies(found).map(({ id, label }) => [`${bodyMark}${id}`, label]));
  return rows.map((row) => ({ ...row, key: names.get(row.key) ?? row.key }));
}

/** Reveals by person and week. Here the filter's person is the viewer of the content, not the case owner. */
async function countReveals(ctx: TxCtx, { from, to, memberId, pair }: Filter): Promise<Figures["reveals"]> {
  const day = sql`(e.at at time zone ${officeZone()})::date`;
  const rows = await ctx.db.execute<{ memberId: string; name: string; on: CivilDate; reveals: number }>(sql`
    with seen as (${seenCases(ctx)})
    select e.member_id as "memberId", m.name, to_char(d.on_day, 'YYYY-MM-DD') as "on", count(*)::int as "reveals"
    from app.exposures e join seen c on c.id = e.case_id join app.members m on m.id = e.member_id
    cross join lateral (select ${day} as on_day) d
    where d.on_day between ${from}::date and ${to}::date
      and ${memberId ? sql`e.member_id = ${memberId}::uuid` : sql`true`}
      and ${pair ? sql`c.pair = ${pair}` : sql`true`}
    group by e.member_id, m.name, d.on_day`);
  const weeks = new Map<string, Figures["reveals"][number]>();
  for (const { memberId: by, name, on, reveals } of rows) {
    const week = mondayOf(on);
    const before = weeks.get(`${by} ${week}`)?.reveals ?? 0;
    weeks.set(`${by} ${week}`, { memberId: by, name, week, reveals: before + reveals });
  }
  return [...weeks.values()].toSorted((a, b) =>
    a.week === b.week ? (a.name < b.name ? -1 : 1) : a.week < b.week ? 1 : -1,
  );
}
