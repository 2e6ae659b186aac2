import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { cases } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { query } from "@/lib/access/query";
import { countCap } from "./rules";
import { dueIs, facetIs, isFlagged, plainly, quietSince } from "./scope";
import { type CaseFilters, type DueFilter, type FacetCounts, type FacetName, facetNames } from "./types";

type Row = { facet: string; value: string | null; n: number };

/**
 * How many cases each value of each facet would leave under all other filters: one statement over at most 1,001 cases.
 * When more lie under the filters without a facet, `cut` says so and each count is "at least".
 */
export const countFacets = query("case.read", async (ctx, filters: CaseFilters): Promise<FacetCounts> => {
  const rows = await ctx.db.execute<Row>(sql`
    with base as materialized (
      select ${cases.id} as id, ${cases.risk} as risk, ${cases.ownerId}::text as owner, ${cases.level}::text as level,
        ${cases.pair} as pair, nullif(${cases.nextStep}, '') as step, ${dueClass(ctx)} as due,
        ${cases.lastActivityAt} as active, ${isFlagged(ctx)} as flagged, ${sql.join(flags(ctx, filters), sql`, `)}
      from app.cases where ${plainly(ctx, filters) ?? sql`true`} limit ${countCap + 1})
    select v.facet, v.value, count(*)::int as n
    from base b, lateral (values
      ('due', b.due, ${othersFit("due")}), ('risk', b.risk, ${othersFit("risk")}),
      ('owner', b.owner, ${othersFit("owner")}), ('level', b.level, ${othersFit("level")}),
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
    select 'cut', null, count(*)::int from base`);
  return shaped([...rows]);
});

function shaped(rows: readonly Row[]): FacetCounts {
  const of = (facet: string) =>
    new Map(rows.filter((row) => row.facet === facet).map((row) => [row.value ?? "", row.n] as const));
  const counts = Object.fromEntries(facetNames.map((name) => [name, of(name)] as const)) as Record<
    FacetName,
    Map<string, number>
  >;
  return { counts, cut: (rows.find((row) => row.facet === "cut")?.n ?? 0) > countCap };
}

/** Whether a case fits each facet's own filter. */
function flags(ctx: Scoped, filters: CaseFilters): SQL[] {
  return facetNames.map(
    (name) => sql`coalesce(${facetIs(ctx, filters, name) ?? sql`true`}, false) as ${sql.identifier(`fits_${name}`)}`,
  );
}

function othersFit(facet: FacetName): SQL {
  const others = facetNames.filter((name) => name !== facet).map((name) => sql`b.${sql.identifier(`fits_${name}`)}`);
  return and(...others) ?? sql`true`;
}

function dueClass(ctx: Scoped): SQL {
  const when = (due: DueFilter) => sql`when ${dueIs(ctx, due)} then ${due}`;
  return sql`case ${when("none")} ${when("overdue")} ${when("week")} ${when("later")} end`;
}

function quiet(ctx: Scoped, days: number): SQL {
  return sql`${quietSince(ctx, days).toISOString()}::timestamptz`;
}
