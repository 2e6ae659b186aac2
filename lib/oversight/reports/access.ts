import "server-only";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { cases, reportCounts } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { officeZone } from "@/lib/law/office/rules";
import { isId } from "@/lib/platform/ids";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import { instantOnWall } from "@/lib/platform/time/zone";
import {
  bodyMark,
  platformKeys,
  platformKinds,
  platformNames,
  readCounted,
  stalledDays,
  stationKinds,
  stepsByAct,
  stepsByKind,
  stepsByOutcome,
  stepsOfPlatforms,
  unnamedIssuers,
} from "./rules";
import type { CaseSet, Filter } from "./types";

type Period = Pick<Filter, "from" | "to">;

/** What was counted for this person under this filter, as it is kept. */
export function countsOf(ctx: TxCtx, { from, to, memberId, pair }: Filter): SQL | undefined {
  const { orgId, memberId: counter, fromOn, toOn } = reportCounts;
  return and(
    eq(orgId, ctx.orgId),
    eq(counter, ctx.actor.memberId ?? ""),
    eq(fromOn, from),
    eq(toOn, to),
    sameOrNone(reportCounts.ofMember, memberId),
    sameOrNone(reportCounts.pair, pair),
  );
}

const sameOrNone = (column: AnyPgColumn, value: string | null): SQL =>
  value === null ? isNull(column) : eq(column, value);

/** The cases that the person may see, as `seen`, with what figures ask of a case: every figure hangs on it. */
export function seenCases(ctx: TxCtx): SQL {
  const { id, ownerId, pair, openedAt, closedAt, outcome, nextStep, lastActivityAt } = cases;
  const columns = [id, ownerId, pair, openedAt, closedAt, outcome, nextStep, lastActivityAt].map(
    (column) => sql`${column}`,
  );
  return sql`select ${sql.join(columns, sql`, `)}, (${openedAt} at time zone ${officeZone()})::date as opened_on
    from app.cases where ${visibleCases(ctx)}`;
}

/**
 * The rows of a set: case, key, days, and of refusals when it was settled and which row it is. Needs `seen` before it.
 * The same text counts the figure and lists the cases behind it.
 */
export function rowsOf(ctx: TxCtx, set: CaseSet, period: Period): SQL {
  return texts[set](period, ctx);
}

/** The cases behind a cell, for the list; none for an address that names no cell. */
export function casesCounted(ctx: TxCtx, counted: string, period: Partial<Period>): SQL {
  const asked = readCounted(counted);
  if (!asked) return sql`false`;
  const { set, key } = asked;
  const rows = rowsOf(ctx, set, { from: period.from ?? "1970-01-01", to: period.to ?? "2999-12-31" });
  return sql`${cases.id} in (with seen as (${seenCases(ctx)}) select s.case_id from (${rows}) s where ${keyIs(set, key)})`;
}

function keyIs(set: CaseSet, key: string | undefined): SQL {
  if (key === undefined) return sql`true`;
  if (set !== "refusal" && set !== "station") return sql`s.key = ${key}`;
  if (!isId(key)) return sql`false`;
  if (set === "station")
    return sql`s.key = (select ${placeKey(sql`r.issuer`)} from app.references r join seen c on c.id = r.case_id
      ${bodyOf(sql`r.body_id`)} where r.id = ${key}::uuid)`;
  return sql`s.key = (select ${placeKey(sql`f.office`)} from app.refusals f join seen c on c.id = f.case_id
    ${bodyOf(sql`f.body_id`)} where f.id = ${key}::uuid)`;
}

/** Joins the entry of the directory; of one that was merged, `placeKey` counts the entry that stayed. */
const bodyOf = (bodyId: SQL): SQL => sql`left join app.bodies b on b.id = ${bodyId}`;

/** What a station or office counts under: its entry in the directory, or else its name as it was typed. */
const placeKey = (typed: SQL): SQL => sql`coalesce(${bodyMark} || coalesce(b.merged_into, b.id)::text, ${typed})`;

const bare = sql.raw("null::float8 as days, null::date as settled_on, null::text as row_id");
const days = (value: SQL) => sql`(${value})::float8 as days, null::date as settled_on, null::text as row_id`;

/** Rows of the law as a table, such as which step gives which number. */
const table = (rows: readonly Record<string, string>[]) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`;

const wall = (instant: SQL) => sql`(${instant} at time zone ${officeZone()})::date`;

/** Inside the days, on the office wall. */
function within(instant: SQL, { from, to }: Period): SQL {
  return sql`${instant} >= ${startOf(from)}::timestamptz and ${instant} < ${startOf(addDays(to, 1))}::timestamptz`;
}

/** The first instant of a day on the office wall. */
const startOf = (day: CivilDate): string =>
  instantOnWall(`${day}T00:00`, officeZone())?.toISOString() ?? `${day}T00:00:00Z`;

const onDays = (day: SQL, { from, to }: Period) => sql`${day} between ${from}::date and ${to}::date`;

/** From the recorded start if it is before the date; otherwise from the opening of the case; otherwise nothing. */
const since = (start: SQL, opened: SQL, day: SQL) =>
  sql`${day} - case when ${start} <= ${day} then ${start} when ${opened} <= ${day} then ${opened} end`;

const texts: Record<CaseSet, (period: Period, ctx: TxCtx) => SQL> = {
  open: () => sql`select c.id as case_id, c.owner_id::text as key, ${bare} from seen c where c.closed_at is null`,
  opened: (period) =>
    sql`select c.id as case_id, c.owner_id::text as key, ${bare} from seen c where ${within(sql`c.opened_at`, period)}`,
  closed: (period) =>
    sql`select c.id as case_id, c.owner_id::text as key, ${bare} from seen c where ${within(sql`c.closed_at`, period)}`,
  ended: (period) =>
    sql`select c.id as case_id, coalesce(c.outcome, 'other') as key, ${bare} from seen c
      where ${within(sql`c.closed_at`, period)}`,
  worked: ({ from, to }) =>
    sql`select c.id as case_id, 'all' as key, ${bare} from seen c
      where c.opened_at < ${startOf(addDays(to, 1))}::timestamptz
        and (c.closed_at is null or c.closed_at >= ${startOf(from)}::timestamptz)`,
  finished: (period) =>
    sql`select c.id as case_id, 'all' as key, ${days(sql`${wall(sql`c.closed_at`)} - c.opened_on`)} from seen c
      where ${within(sql`c.closed_at`, period)}`,
  reported: (period) =>
    sql`select c.id as case_id, 'all' as key, ${days(sql`c.opened_on - ${wall(sql`f.first_at`)}`)} from seen c
      join (select i.case_id, min(i.happened_at) as first_at from app.incidents i join seen c on c.id = i.case_id
        where i.kind = 'act' group by i.case_id) f on f.case_id = c.id
      where ${within(sql`c.opened_at`, period)} and f.first_at <= c.opened_at`,
  stalled: (_, ctx) =>
    sql`select distinct on (c.id) c.id as case_id, c.pair || '.' || coalesce(k.step, 'other') as key, ${bare} from seen c
      left join ${table(stepsByAct())} as k(pair text, act text, step text) on k.pair = c.pair
        and (k.act = c.next_step or starts_with(c.next_step, k.act || ': '))
      where c.closed_at is null
        and c.last_activity_at < ${new Date(ctx.now.getTime() - stalledDays * 86_400_000).toISOString()}::timestamptz
      order by c.id, length(k.act) desc`,
  number: (period) => firstNumbers(period),
  station: (period) => stationNumbers(period),
  outcome: (period) =>
    sql`select * from (select t.case_id, t.step_key as key, ${days(
      since(sql`coalesce(t.begun_on, t.submitted_on)`, sql`c.opened_on`, sql`t.outcome_on`),
    )} from app.case_steps t join seen c on c.id = t.case_id
      join ${table(stepsByOutcome())} as k(pair text, step text) on k.pair = c.pair and k.step = t.step_key
      where ${onDays(sql`t.outcome_on`, period)}) o where o.days is not null`,
  platform: (period) => firstAnswers(period),
  officer: (period) =>
    sql`select a.case_id, 'officer' as key, ${days(sql`${wall(sql`a.acknowledged_at`)} - ${wall(sql`a.delivered_at`)}`)}
      from (select distinct on (h.case_id) h.* from app.handovers h join seen c on c.id = h.case_id
        where h.acknowledged_at is not null order by h.case_id, h.acknowledged_at, h.id) a
      where ${within(sql`a.acknowledged_at`, period)}`,
  refusal: (period) =>
    sql`select f.case_id, ${placeKey(sql`f.office`)} as key, null::float8 as days, f.settled_on, f.id::text as row_id
      from app.refusals f join seen c on c.id = f.case_id ${bodyOf(sql`f.body_id`)} where ${within(sql`f.refused_at`, period)}`,
  response: (period) => platformAnswers(period),
  safety: (period) =>
    sql`select c.id as case_id, case
        when exists (select 1 from app.safety_reviews r where r.case_id = c.id and r.about = 'plan'
          and ${onDays(sql`r.reviewed_on`, period)}) then 'reviewed'
        when exists (select 1 from app.safety_plans p where p.case_id = c.id) then 'written'
        else 'none' end as key, ${bare} from seen c where c.closed_at is null`,
  removal: (period) => removals(period),
  // Every case opened in the period once for each choice that the organisation added, also where nothing was answered.
  own: (period) =>
    sql`select c.id as case_id, f.id::text || '.' || case when v.is_unknown then '?' else coalesce(v.value, '') end as key,
        ${bare} from seen c
      cross join (select f.id from app.custom_fields f where f.record = 'case' and f.kind in ('choice', 'tick')
        and not f.is_sealed and f.retired_at is null) f
      left join app.custom_values v on v.record_id = c.id and v.field_id = f.id
      where ${within(sql`c.opened_at`, period)}`,
};

const given = sql`coalesce(r.issued_on, r.received_on, (r.recorded_at at time zone ${officeZone()})::date)`;

/** The first number of each kind on a case, by the day on which it was given. */
function firstNumbers(period: Period): SQL {
  const start = sql`least(t.begun_on, t.submitted_on)`;
  return sql`with told as (${tellings(start)}) select * from (select r.case_id, r.kind as key, ${days(
    since(toldOn, sql`r.opened_on`, sql`r.on_day`),
  )} from (
      select distinct on (r.case_id, r.kind) r.case_id, r.kind, r.id, r.issuer, c.opened_on, ${given} as on_day
      from app.references r join seen c on c.id = r.case_id
      where r.state = 'issued' order by r.case_id, r.kind, on_day, r.recorded_at, r.id) r
    ${whoWasTold()} where ${onDays(sql`r.on_day`, period)}) o where o.days is not null`;
}

/** The first number of each station on a case, of the kinds that a station counts. The row says which number it is. */
function stationNumbers(period: Period): SQL {
  const start = sql`least(t.begun_on, t.submitted_on)`;
  const waited = since(toldOn, sql`r.opened_on`, sql`r.on_day`);
  return sql`with told as (${tellings(start)}) select * from (select r.case_id, r.place as key, (${waited})::float8 as days,
      null::date as settled_on, r.id::text as row_id from (
      select distinct on (r.case_id, place) r.case_id, r.kind, r.id, r.issuer, c.opened_on, ${given} as on_day,
        ${placeKey(sql`r.issuer`)} as place
      from app.references r join seen c on c.id = r.case_id ${bodyOf(sql`r.body_id`)}
      where r.state = 'issued' and r.issuer is not null and r.kind = any(${sql.param(stationKinds())}::text[])
      order by r.case_id, place, on_day, r.recorded_at, r.id) r
    ${whoWasTold()} where ${onDays(sql`r.on_day`, period)}) o where o.days is not null`;
}

/**
 * Of each case, kind of number and report the first day of a step that gives it: one pass over the steps, whatever the
 * rows. `part` is empty for a step of which there is one.
 */
function tellings(day: SQL): SQL {
  return sql`select t.case_id, k.kind, t.part, min(${day}) as begun_on from app.case_steps t
    join seen c on c.id = t.case_id
    join ${table(stepsByKind())} as k(pair text, kind text, step text) on k.pair = c.pair and k.step = t.step_key
    group by t.case_id, k.kind, t.part
    union all select e.case_id, x.kind, e.reference_id::text, min(f.happened_on) from app.takedown_events e
    join seen c on c.id = e.case_id join app.references x on x.id = e.reference_id
    join app.takedown_events f on f.takedown_id = e.takedown_id and f.event = 'reported' and f.undone_at is null
    where e.undone_at is null group by e.case_id, x.kind, e.reference_id`;
}

/**
 * Needs `told`, and numbers as `r`: who issued each, and when they were told of what it answers. That is recorded on
 * the report of the number, on its platform's, on the only platform's for a number without an issuer, or on the whole
 * step.
 */
const whoWasTold = () => sql`
    left join ${table(platformNames())} as m(key text, name text)
      on m.name = lower(regexp_replace(r.issuer, '[^[:alnum:]]', '', 'g'))
    left join told own on own.case_id = r.case_id and own.kind = r.kind and own.part = r.id::text
    left join told its on its.case_id = r.case_id and its.kind = r.kind
      and its.part = coalesce(m.key, case when not ${isUnnamed()} then 'other' end)
    left join (select l.case_id, l.kind, min(l.begun_on) as begun_on from told l
      where l.part = any(${sql.param(platformKeys())}::text[]) group by l.case_id, l.kind having count(*) = 1) lone
      on lone.case_id = r.case_id and lone.kind = r.kind and ${isUnnamed()}
    left join told whole on whole.case_id = r.case_id and whole.kind = r.kind and whole.part = ''`;
const isUnnamed = () => sql`(r.issuer is null or trim(r.issuer) = any(${sql.param(unnamedIssuers())}::text[]))`;
const toldOn = sql`coalesce(own.begun_on, its.begun_on, lone.begun_on, whole.begun_on)`;

/** A platform's first answer on a case: to a report, a notice, or a preservation request. */
function firstAnswers(period: Period): SQL {
  return sql`select * from (select a.case_id, 'platform' as key, ${days(
    since(sql`a.asked_on`, sql`a.opened_on`, sql`a.on_day`),
  )} from (
      select distinct on (e.case_id) e.*, c.opened_on from (
        select t.case_id, coalesce(t.submitted_on, t.begun_on) as asked_on, t.outcome_on as on_day
        from app.case_steps t join seen c on c.id = t.case_id
        join ${table(stepsOfPlatforms())} as k(pair text, step text) on k.pair = c.pair and k.step = t.step_key
        where t.outcome_on is not null
        union all
        select e.case_id, (select min(f.happened_on) from app.takedown_events f where f.takedown_id = e.takedown_id
          and f.event = 'reported' and f.undone_at is null), e.happened_on
        from app.takedown_events e
        where e.event in ('removed', 'refused', 'closed', 'more_asked') and e.undone_at is null
        union all
        select p.case_id, p.asked_on, least(p.accepted_on, p.refused_on)
        from app.preservations p where coalesce(p.accepted_on, p.refused_on) is not null) e
      join seen c on c.id = e.case_id order by e.case_id, e.on_day, e.asked_on) a
    where ${onDays(sql`a.on_day`, period)}) o where o.days is not null`;
}

/** Each answer of each platform. A number of a preservation counts once, as its answer. */
function platformAnswers(period: Period): SQL {
  return sql`with told as (${tellings(sql`t.submitted_on`)}) select * from (
    select r.case_id, coalesce(m.key, 'other') as key, ${days(since(toldOn, sql`c.opened_on`, sql`r.on_day`))} from (
      select *, coalesce(x.issued_on, x.received_on, ${wall(sql`x.recorded_at`)}) as on_day from app.references x
      where x.state = 'issued' and x.kind = any(${sql.param(platformKinds())}::text[])
        and not exists (select 1 from app.preservations p where p.reference_id = x.id)) r
    join seen c on c.id = r.case_id ${whoWasTold()}
    where ${onDays(sql`r.on_day`, period)}
    union all
    select p.case_id, coalesce(m.key, 'other'), (least(p.accepted_on, p.refused_on) - p.asked_on)::float8, null, null
    from app.preservations p join seen c on c.id = p.case_id join app.accounts a on a.id = p.account_id
    left join unnest(${sql.param(platformKeys())}::text[]) as m(key) on m.key = a.platform
    where least(p.accepted_on, p.refused_on) >= p.asked_on
      and ${onDays(sql`least(p.accepted_on, p.refused_on)`, period)}) o where o.days is not null`;
}

/** Each item that is gone and was not seen again since, with the days from its first report. */
function removals(period: Period): SQL {
  const kept = sql`f.takedown_id = g.takedown_id and f.undone_at is null`;
  return sql`select g.case_id, g.platform as key, ${days(
    sql`g.happened_on - (select min(f.happened_on) from app.takedown_events f
      where ${kept} and f.event = 'reported' and f.happened_on <= g.happened_on)`,
  )} from (
      select distinct on (e.takedown_id) e.case_id, e.takedown_id, t.platform, e.happened_on from app.takedown_events e
      join app.takedowns t on t.id = e.takedown_id join seen c on c.id = e.case_id
      where e.event in ('removed', 'seen_gone') and e.undone_at is null
      order by e.takedown_id, e.happened_on, e.recorded_at) g
    where ${onDays(sql`g.happened_on`, period)} and not exists (select 1 from app.takedown_events f
      where ${kept} and f.event = 'seen_up' and f.happened_on > g.happened_on)`;
}
