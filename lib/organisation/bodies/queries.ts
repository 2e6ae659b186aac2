import "server-only";
import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { bodies, bodyChanges } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { officeToday } from "@/lib/law/office/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { namesOf } from "@/lib/organisation/members/names-of";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { compareText } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { type Paged, pageSize, sliceOf } from "@/lib/platform/paging";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { findShipped } from "./find-shipped";
import { listShipped, type ShippedBody } from "./list-shipped";
import { detailsOf, labelBodies, lawKeyOf, plainOf, refOfLaw, standingOf } from "./rules";
import type { Body, BodyChange, BodyFilter, BodyKind, BodyLine, BodySort, OfferedBody, StepBody } from "./types";

type BodyRow = typeof bodies.$inferSelect;

const orders: Record<BodySort, SQL> = {
  name: sql`e.name_key`,
  kind: sql`e.kind`,
  country: sql`e.country`,
  area: sql`e.area_key`,
  confirmed: sql`e.confirmed_at`,
};

type ListedRow = {
  ref: string;
  kind: BodyKind;
  country: string;
  name: string;
  area: string | null;
  phone: string | null;
  confirmed_at: string | null;
  expires_on: CivilDate | null;
  standing: BodyLine["standing"];
  total: number;
};

/** One page of the directory: the organisation's own entries and those of the law data, in one list. */
export const listBodies = query("directory.read", async (ctx, filter: BodyFilter): Promise<Paged<BodyLine>> => {
  const words = plainOf(filter.q ?? "")
    .split(" ")
    .filter(Boolean)
    .slice(0, 8);
  const asked = [
    ...words.map((word) => sql`e.name_key || ' ' || e.area_key like ${`%${word}%`}`),
    ...(filter.kinds?.length ? [sql`e.kind = any(${sql.param(filter.kinds)}::text[])`] : []),
    ...(filter.countries?.length ? [sql`e.country = any(${sql.param(filter.countries)}::text[])`] : []),
    filter.standings?.length
      ? sql`e.standing = any(${sql.param(filter.standings)}::text[])`
      : sql`e.standing <> 'retired'`,
  ];
  const where = sql.join(asked, sql` and `);
  const entries = entriesOf(ctx, listShipped(await readLaw(ctx)));
  const [counted] = await ctx.db.execute<{ total: number }>(
    sql`select count(*)::int as total from (${entries}) e where ${where}`,
  );
  const total = counted?.total ?? 0;
  const { page, offset, limit } = sliceOf(filter.page, total, pageSize);
  const dir = filter.dir === "desc" ? sql`desc nulls last` : sql`asc nulls last`;
  const rows = await ctx.db.execute<ListedRow>(
    sql`select e.* from (${entries}) e where ${where}
      order by ${orders[filter.sort]} ${dir}, e.name_key, e.area_key, e.ref limit ${limit} offset ${offset}`,
  );
  return { rows: rows.map(lineOf), page, total };
});

const lineOf = ({
  ref,
  kind,
  country,
  name,
  area,
  phone,
  confirmed_at,
  expires_on,
  standing,
}: ListedRow): BodyLine => ({
  ref,
  kind,
  country,
  name,
  area,
  phone,
  standing,
  confirmedAt: confirmed_at === null ? null : new Date(confirmed_at),
  expiresOn: expires_on,
});

/** Every entry, with what the law data says in the place of a copy that nobody changed. Same rule as `standingOf`. */
function entriesOf(ctx: TxCtx, shipped: readonly ShippedBody[]): SQL {
  const table = JSON.stringify(
    shipped.map(({ key, kind, country, name, phone, nameKey }) => ({
      key,
      kind,
      country,
      name,
      phone,
      name_key: nameKey,
    })),
  );
  const ofLaw = sql`jsonb_to_recordset(${table}::jsonb)
    as s(key text, kind text, country text, name text, phone text, name_key text)`;
  const today = officeToday(ctx.now);
  return sql`select b.id::text as ref, coalesce(s.kind, b.kind) as kind, coalesce(s.country, b.country) as country,
      coalesce(s.name, b.name) as name, b.area, case when s.key is null then b.phone else s.phone end as phone,
      coalesce(s.name_key, b.name_key) as name_key, b.area_key, b.confirmed_at, b.expires_on::text as expires_on,
      case when b.retired_at is not null then 'retired' when b.reported_at is not null then 'reported'
        when b.confirmed_at is null then 'unconfirmed' when b.expires_on <= ${today}::date then 'lapsed'
        else 'confirmed' end as standing
    from app.bodies b left join ${ofLaw} on s.key = b.law_key and b.changed_at is null
    where b.org_id = ${ctx.orgId}::uuid
    union all
    select 'law-' || s.key, s.kind, s.country, s.name, null, s.phone, s.name_key, '', null, null, 'unconfirmed'
    from ${ofLaw} where not exists (select from app.bodies b where b.org_id = ${ctx.orgId}::uuid and b.law_key = s.key)`;
}

/** An entry with its history. @throws AppError not_found */
export const readBody = query("directory.read", async (ctx, ref: string): Promise<Body> => {
  const key = lawKeyOf(ref);
  const named = key === null ? (isId(ref) ? eq(bodies.id, ref) : null) : eq(bodies.lawKey, key);
  const [row] = named
    ? await ctx.db
        .select()
        .from(bodies)
        .where(and(eq(bodies.orgId, ctx.orgId), named))
    : [];
  const law = await readLaw(ctx);
  if (row) return ownBody(ctx, row, row.lawKey && !row.changedAt ? findShipped(law, row.lawKey) : null);
  const shipped = key === null ? null : findShipped(law, key);
  if (!shipped) throw new AppError("not_found", t("No such entry in the directory."));
  return {
    ...(detailsOf(shipped) as Body),
    ref,
    standing: "unconfirmed",
    confirmedAt: null,
    confirmedBy: null,
    expiresOn: null,
    reportedAt: null,
    mergedInto: null,
    shipped: shippedParts(shipped),
    history: [],
  };
});

const shippedParts = ({ agency }: ShippedBody) => ({ contacts: agency.contacts, sources: agency.sources });

async function ownBody(ctx: TxCtx, row: BodyRow, shipped: ShippedBody | null): Promise<Body> {
  const changes = await ctx.db
    .select()
    .from(bodyChanges)
    .where(and(eq(bodyChanges.orgId, ctx.orgId), eq(bodyChanges.bodyId, row.id)))
    .orderBy(desc(bodyChanges.id))
    .limit(100);
  const names = await namesOf(ctx, [row.confirmedBy, ...changes.map(({ by }) => by)]);
  const nameOf = (id: string) => names.get(id) ?? t("A former colleague");
  const history: BodyChange[] = changes.map(({ id, act, by, at, was, became, note }) => ({
    id,
    act,
    by: nameOf(by),
    at,
    was,
    became,
    note,
  }));
  return {
    ...(detailsOf(shipped ?? row) as Body),
    ref: row.id,
    standing: standingOf(row, officeToday(ctx.now)),
    confirmedAt: row.confirmedAt,
    confirmedBy: row.confirmedBy && nameOf(row.confirmedBy),
    expiresOn: row.expiresOn,
    reportedAt: row.reportedAt,
    mergedInto: await survivorOf(ctx, row.mergedInto),
    shipped: shipped && shippedParts(shipped),
    history,
  };
}

async function survivorOf(ctx: TxCtx, id: string | null): Promise<Body["mergedInto"]> {
  if (!id) return null;
  const [row] = await ctx.db
    .select({ ref: bodies.id, name: bodies.name })
    .from(bodies)
    .where(and(eq(bodies.orgId, ctx.orgId), eq(bodies.id, id)));
  return row ?? null;
}

/** What a field proposes at most; whoever has more types the name, which is found all the same. */
const mostOffered = 1500;

/** Bodies in use of these countries, by the words that name each alone. */
export const offerBodies = query(
  "directory.read",
  async (ctx, asked: { countries: readonly string[]; kinds?: readonly BodyKind[] }): Promise<OfferedBody[]> => {
    const { countries, kinds } = asked;
    const own = await ctx.db
      .select({
        id: bodies.id,
        lawKey: bodies.lawKey,
        name: bodies.name,
        area: bodies.area,
        kind: bodies.kind,
        country: bodies.country,
      })
      .from(bodies)
      .where(and(eq(bodies.orgId, ctx.orgId), isNull(bodies.retiredAt)))
      .orderBy(asc(bodies.nameKey), asc(bodies.areaKey))
      .limit(mostOffered);
    const adopted = new Set(own.map(({ lawKey }) => lawKey));
    const shipped = listShipped(await readLaw(ctx)).filter(({ key }) => !adopted.has(key));
    const all = [
      ...own.map(({ id, ...body }) => ({ ...body, ref: id, kind: body.kind as BodyKind })),
      ...shipped.map(({ key, name, area, kind, country }) => ({ ref: refOfLaw(key), name, area, kind, country })),
    ];
    const fitting = all.filter(({ country, kind }) => countries.includes(country) && (!kinds || kinds.includes(kind)));
    return labelBodies(fitting)
      .map(({ ref, label, kind }) => ({ ref, label, kind }))
      .toSorted((a, b) => compareText(a.label, b.label));
  },
);

/** Countries of which the directory has entries, and those of the law data. */
export const listBodyCountries = query("directory.read", async (ctx): Promise<string[]> => {
  const own = await ctx.db.selectDistinct({ country: bodies.country }).from(bodies).where(eq(bodies.orgId, ctx.orgId));
  const shipped = listShipped(await readLaw(ctx)).map(({ country }) => country);
  return [...new Set([...own.map(({ country }) => country), ...shipped])].toSorted();
});

/** The entries of agencies that a step goes to, by the key of the law data. One that is many bodies has none. */
export const listStepBodies = query(
  "directory.read",
  async (ctx, keys: readonly string[]): Promise<ReadonlyMap<string, StepBody>> => {
    const asked = listShipped(await readLaw(ctx)).flatMap(({ key }) => (keys.includes(key) ? [key] : []));
    if (asked.length === 0) return new Map();
    const rows = await ctx.db
      .select()
      .from(bodies)
      .where(and(eq(bodies.orgId, ctx.orgId), among(bodies.lawKey, asked)));
    const today = officeToday(ctx.now);
    const own = rows.map((row): [string, StepBody] => [
      row.lawKey ?? "",
      { ref: row.id, standing: standingOf(row, today), own: row.changedAt ? detailsOf(row) : null },
    ]);
    const shipped = asked.map((key): [string, StepBody] => [
      key,
      { ref: refOfLaw(key), standing: "unconfirmed", own: null },
    ]);
    return new Map([...shipped, ...own]);
  },
);
