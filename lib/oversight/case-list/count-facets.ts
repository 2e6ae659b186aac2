import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { cases } from "@/db/schema";
import { answeredFor, fromVisible } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { dueIs, facetIs, isFlagged, plainStep, quietSince, statusIn, unfaceted } from "./access";
import { countCap } from "./rules";
import { type CaseFilters, type DueFilter, type FacetCounts, type FacetName, facetNames } from "./types";

type Row = { facet: string; value: string | null; n: number };

/**
 * How many cases each value of each facet would leave under all other filters, how many all of them leave, and how many
 * are in each view of the list: one statement over at most 1,001 cases. If more match the filters without a facet,
 * `cut` says so and each count is "at least".
 */
export const countFacets = query("case.read", async (ctx, filters: CaseFilters): Promise<FacetCounts> => {
  const { from, where } = fromVisible(ctx);
  const counted = and(where, statusIn(ctx, filters), unfaceted(ctx, filters));
  const rows = await ctx.db.execute<Row>(sql`
    with base as materialized (
      select ${cases.id} as id, ${cases.risk} as risk, ${cases.ownerId}::text as owner, ${cases.level}::text as level,
        ${cases.pair} as pair, nullif(${plainStep()}, '') as step, ${dueClass(ctx)} as due,
        ${cases.lastActivityAt} as active, ${isFlagged(ctx)} as flagged, ${answeredFor(ctx)} as mine,
        ${sql.join(flags(ctx, filters), sql`, `)}
      from ${from} where ${counted} limit ${countCap + 1})
    select v.facet, v.value, count(*)::int as n
    from base b, lateral (values
      ('due', b.due, ${othersFit("due")}), ('risk', b.risk, ${othersFit("risk")}),
      ('owner', b.owner, ${othersFit("owner")}),
      ('owner', case when b.mine then 'me' end, ${othersFit("owner")}), ('level', b.level, ${othersFit("level")}),
      ('pair', b.pair, ${othersFit("pair")}), ('step', b.step, ${othersFit("step")}),
      ('flagged', case when b.flagged then 'yes' end, ${othersFit("flagged")}),
      ('quiet', case when b.active < ${quiet(ctx, 14)} then '14' end, ${othersFit("quiet")}),
      ('quiet', case when b.active < ${quiet(ctx, 30)} then '30' end, ${othersFit("quiet")})
    ) v (facet, value, fits)
    where v.fits and v.value is not null group by v.facet, v.value
    union all
    select 'kind', r.kind, count(distinct b.id)::int from base b
    join app."references" r on r.org_id = ${ctx.orgId}::uuid and r.case_id = b.id and r.state = 'issued'
    where ${othersFit("kind")} group by r.kind
    union all
    select v.name, v.value, v.n from (select count(*) as "all", count(*) filter (where ${fitsAll}) as fit,
        count(*) filter (where b.due = 'overdue') as overdue, count(*) filter (where b.mine) as mine,
        count(*) filter (where b.active < ${quiet(ctx, 14)}) as quiet from base b) c,
      lateral (values ('all', '', c."all"::int), ('fit', '', c.fit::int), ('view', 'open', c."all"::int),
        ('view', 'overdue', c.overdue::int), ('view', 'mine', c.mine::int), ('view', 'quiet', c.quiet::int))
        v (name, value, n)`);
  const plain = facetNames.every((facet) => facetIs(ctx, filters, facet) === undefined);
  return shaped([...rows], asksOpen(filters), plain);
});

/** Only facet filters are set: these are the open cases, from which the views are made. */
function asksOpen({ status, q, counted, quietSince: since, openedFrom, openedTo }: CaseFilters): boolean {
  return !(q || counted || since || openedFrom || openedTo || status?.includes("closed"));
}

function shaped(rows: readonly Row[], open: boolean, plain: boolean): FacetCounts {
  const of = (facet: string) =>
    new Map(rows.filter((row) => row.facet === facet).map((row) => [row.value ?? "", row.n] as const));
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

/** Whether a case fits each facet's own filter. */
function flags(ctx: TxCtx, filters: CaseFilters): SQL[] {
  return facetNames.map(
    (name) => sql`coalesce(${facetIs(ctx, filters, name) ?? sql`true`}, false) as ${sql.identifier(`fits_${name}`)}`,
  );
}

const fitsAll: SQL = and(...facetNames.map((name) => sql`b.${sql.identifier(`fits_${name}`)}`)) ?? sql`true`;

function othersFit(facet: FacetName): SQL {
  const others = facetNames.filter((name) => name !== facet).map((name) => sql`b.${sql.identifier(`fits_${name}`)}`);
  return and(...others) ?? sql`true`;
}

function dueClass(ctx: TxCtx): SQL {
  const when = (due: DueFilter) => sql`when ${dueIs(ctx, due)} then ${due}`;
  return sql`case ${when("none")} ${when("overdue")} ${when("week")} ${when("later")} end`;
}

function quiet(ctx: TxCtx, days: number): SQL {
  return sql`${quietSince(ctx, days).toISOString()}::timestamptz`;
}
