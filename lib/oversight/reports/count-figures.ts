import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { bodies } from "@/db/schema";
import { mondayOf } from "@/lib/evidence/exposure/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { officeZone } from "@/lib/law/office/rules";
import { labelBodies } from "@/lib/organisation/bodies/rules";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { rowsOf, seenCases } from "./access";
import { bodyMark, inBackground, progressOf, SlowToCount, StillCounting, type TimeLimits } from "./rules";
import { type CaseSet, type CountedFigures, type CountedRow, caseSets, type Filter } from "./types";

const canceled = "57014";
const lockTimeout = "55P03";

/**
 * Counts every set under a filter. Settings of the transaction that counting needs end with it.
 * @throws SlowToCount when it takes longer than `limits`; StillCounting while another long count is at work
 */
export async function countFigures(ctx: TxCtx, filter: Filter, limits: TimeLimits): Promise<CountedFigures> {
  await beginCounting(ctx, limits);
  const began = performance.now();
  const inTime = async <T>(count: Promise<T>): Promise<T> => {
    const rows = await count.catch((error: unknown) => {
      throw sqlState(error) === canceled ? new SlowToCount() : error;
    });
    if (performance.now() - began > limits.whole) throw new SlowToCount();
    return rows;
  };
  const counted = {} as Record<CaseSet, CountedRow[]>;
  for (const [done, set] of caseSets.entries()) {
    if (limits === inBackground) await tellProgress(ctx, done);
    counted[set] = await inTime(countSet(ctx, set, filter));
  }
  const reveals = await inTime(countReveals(ctx, filter));
  await endCounting(ctx);
  for (const set of ["refusal", "station"] as const) counted[set] = await namePlaces(ctx, counted[set]);
  return { counted, reveals };
}

/**
 * Reports read every row once. Row-level security hides from Postgres how many rows there are, and by default it would
 * go row by row, which took minutes with 10,000 cases. For this transaction only.
 */
async function beginCounting(ctx: TxCtx, limits: TimeLimits): Promise<void> {
  await takeTurn(ctx, limits);
  await ctx.db.execute(sql`select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true),
    set_config('jit', 'off', true), set_config('statement_timeout', ${String(limits.statement)}, true)`);
}

/** What is counted at once only looks whether a long count is at work, which is alone. @throws StillCounting */
async function takeTurn(ctx: TxCtx, limits: TimeLimits): Promise<void> {
  const ofOrganisation = sql`hashtextextended(${`reports ${ctx.orgId}`}, 0)`;
  if (limits === inBackground) {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(${ofOrganisation})`).catch((error: unknown) => {
      throw sqlState(error) === lockTimeout ? new StillCounting() : error;
    });
    return;
  }
  const [turn] = await ctx.db.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock_shared(${ofOrganisation}) as free`,
  );
  if (!turn?.free) throw new StillCounting();
}

/** Seen by whoever reads which connections there are, from any process, while this transaction writes nothing. */
async function tellProgress(ctx: TxCtx, done: number): Promise<void> {
  await ctx.db.execute(sql`select set_config('application_name', ${`${progressOf(ctx.orgId)}${done}`}, true)`);
}

async function endCounting(ctx: TxCtx): Promise<void> {
  await ctx.db.execute(sql`select set_config(name, reset_val, true) from pg_settings
    where name in ('enable_nestloop', 'work_mem', 'jit', 'statement_timeout', 'application_name')`);
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
async function countReveals(ctx: TxCtx, { from, to, memberId, pair }: Filter): Promise<CountedFigures["reveals"]> {
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
  const weeks = new Map<string, CountedFigures["reveals"][number]>();
  for (const { memberId: by, name, on, reveals } of rows) {
    const week = mondayOf(on);
    const before = weeks.get(`${by} ${week}`)?.reveals ?? 0;
    weeks.set(`${by} ${week}`, { memberId: by, name, week, reveals: before + reveals });
  }
  return [...weeks.values()].toSorted((a, b) =>
    a.week === b.week ? (a.name < b.name ? -1 : 1) : a.week < b.week ? 1 : -1,
  );
}
