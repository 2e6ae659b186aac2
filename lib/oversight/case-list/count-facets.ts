import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { cases } from "@/db/schema";
import { answeredFor, fromVisible } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { dueIs, facetIs, keptUnfaceted, plainStep, quietSince, unfaceted } from "./access";
import { countCap } from "./rules";
import { type CaseFilters, type DueFilter, type FacetCounts, type FacetName, facetNames } from "./types";

/** `facet` and `value` of one count; of a value that is kept on the case, apart for each set of facets it does not fit. */
type Row = { facet: string; value: string | null; misses: number; n: number };

/**
 * How many cases each value of each facet would leave under all other filters, how many all of them leave, and how many
 * are in each view of the list: one statement over at most 1,001 cases, which are read once. If more match the filters
 * without a facet, `cut` says so and each count is "at least".
 */
export const countFacets = query("case.read", async (ctx, filters: CaseFilters): Promise<FacetCounts> => {
  const { from, where } = fromVisible(ctx);
  const counted = and(where, keptUnfaceted(ctx, filters), unfaceted(ctx, filters));
  const rows = await ctx.db.execute<Row>(sql`
    with base as materialized (
      select ${cases.id} as id, ${cases.risk} as risk, ${cases.ownerId} as owner, ${cases.level} as level,
        ${cases.pair} as pair, nullif(${plainStep()}, '') as step, ${dueClass(ctx)} as due,
        ${cases.lastActivityAt} as active, ${cases.numberKinds} as kinds, ${answeredFor(ctx)} as mine, ${misses(ctx, filters)} as misses
      from ${from} where ${counted} limit ${countCap + 1})
    select case grouping(b.due, b.risk, b.owner, b.level, b.pair, b.step)
        when 31 then 'due' when 47 then 'risk' when 55 then 'owner' when 59 then 'level' when 61 then 'pair' else 'step'
      end as facet, coalesce(b.due, b.risk, b.owner::text, b.level::text, b.pair, b.step) as value, b.misses as misses,
      count(*)::int as n
    from base b group by b.misses, grouping sets ((b.due), (b.risk), (b.owner), (b.level), (b.pair), (b.step))
    union all
    select 'kind', k.kind, 0, sum(alike.n)::int from (
        select b.kinds, count(*) as n from base b where ${othersFit("kind")} group by b.kinds) alike
      cross join lateral unnest(alike.kinds) k (kind) group by k.kind
    union all
    select 'flagged', 'yes', 0, count(*)::int from base b where ${othersFit("flagged")} and exists (
      select from app.case_flags f where f.org_id = ${ctx.orgId}::uuid and f.case_id = b.id and f.resolved_at is null)
    union all
    select v.facet, v.value, 0, v.n from (select count(*)::int as "all",
        count(*) filter (where b.misses = 0)::int as fit, count(*) filter (where b.due = 'overdue')::int as overdue,
        count(*) filter (where b.mine)::int as mine, count(*) filter (where b.active < ${quiet(ctx, 14)})::int as quiet,
        count(*) filter (where b.mine and ${othersFit("owner")})::int as me,
        count(*) filter (where b.active < ${quiet(ctx, 14)} and ${othersFit("quiet")})::int as quiet14,
        count(*) filter (where b.active < ${quiet(ctx, 30)} and ${othersFit("quiet")})::int as quiet30 from base b) c,
      lateral (values ('all', '', c."all"), ('fit', '', c.fit), ('view', 'open', c."all"), ('view', 'overdue', c.overdue),
        ('view', 'mine', c.mine), ('view', 'quiet', c.quiet), ('owner', 'me', c.me), ('quiet', '14', c.quiet14),
        ('quiet', '30', c.quiet30)) v (facet, value, n)`);
  const plain = facetNames.every((facet) => facetIs(ctx, filters, facet) === undefined);
  return shaped([...rows], asksOpen(filters), plain);
});

/** Only facet filters are set: these are the open cases, from which the views are made. */
function asksOpen({ status, q, counted, quietSince: since, openedFrom, openedTo, own }: CaseFilters): boolean {
  return !(own?.length || q || counted || since || openedFrom || openedTo || status?.includes("closed"));
}

function shaped(rows: readonly Row[], open: boolean, plain: boolean): FacetCounts {
  const found = new Map<string, Map<string, number>>();
  for (const { facet, value, misses, n } of rows) {
    if (value === null || n === 0 || (misses & ~bitOf(facet)) !== 0) continue;
    const counts = found.get(facet) ?? new Map<string, number>();
    counts.set(value, (counts.get(value) ?? 0) + n);
    found.set(facet, counts);
  }
  const of = (facet: string) => found.get(facet) ?? new Map<string, number>();
  const counts = Object.fromEntries(facetNames.map((name) => [name, of(name)] as const)) as Record<
    FacetName,
    Map<string, number>
  >;
  const n = (name: string, value = "") => of(name).get(value) ?? 0;
  const cut = n("all") > countCap;
  const view = (name: string) => n("view", name);
  const views = { open: view("open"), overdue: view("overdue"), mine: view("mine"), quiet: view("quiet") };
  return { counts, cut, total: cut ? (plain ? n("all") : null) : n("fit"), views: cut || !open ? null : views };
}

/** The place of a facet in `misses`; none for what is no facet. */
function bitOf(facet: string): number {
  const at = (facetNames as readonly string[]).indexOf(facet);
  return at < 0 ? 0 : 1 << at;
}

const places = (1 << facetNames.length) - 1;

/** Which facets' own filters a case does not fit, one bit for each. */
function misses(ctx: TxCtx, filters: CaseFilters): SQL {
  const missed = facetNames.flatMap((name) => {
    const fits = facetIs(ctx, filters, name);
    return fits ? [sql`case when ${fits} then 0 else ${sql.raw(String(bitOf(name)))} end`] : [];
  });
  return missed.length > 0 ? sql`(${sql.join(missed, sql` + `)})` : sql`0`;
}

/** The case fits the filters of all facets but this one. */
const othersFit = (facet: FacetName): SQL => sql`b.misses & ${sql.raw(String(places & ~bitOf(facet)))} = 0`;

function dueClass(ctx: TxCtx): SQL {
  const when = (due: DueFilter) => sql`when ${dueIs(ctx, due)} then ${due}`;
  return sql`case ${when("none")} ${when("overdue")} ${when("week")} ${when("later")} end`;
}

function quiet(ctx: TxCtx, days: number): SQL {
  return sql`${quietSince(ctx, days).toISOString()}::timestamptz`;
}
