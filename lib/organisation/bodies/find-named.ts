import "server-only";
import { and, eq, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { among } from "@/db/among";
import { bodies } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { readLaw } from "@/lib/law/provisions/queries";
import { listShipped } from "./list-shipped";
import { nameKeyOf, plainOf, refOfLaw, stationKinds } from "./rules";
import type { BodyKind } from "./types";

type Candidate = { ref: string; name: string; area: string | null; kind: string };

/**
 * The body that a text names, by its name or by name and area as forms propose it: null if there is none, or more than
 * one. An entry that was merged leads to the one that stayed.
 * @param countries ISO 3166-1 alpha-2 @param prefer of several, the only one of these kinds
 */
export async function findNamed(
  ctx: TxCtx,
  text: string,
  countries: readonly string[],
  prefer: readonly BodyKind[] = stationKinds,
): Promise<Candidate | null> {
  const keys = [...new Set([plainOf(text), nameKeyOf(text, "police_station")])].filter(Boolean);
  if (keys.length === 0) return null;
  const found = [...(await listOwn(ctx, keys, countries)), ...(await listOfLaw(ctx, keys, countries))];
  const all = [...new Map(found.map((body) => [body.ref, body])).values()];
  if (all.length < 2) return all[0] ?? null;
  const whole = all.filter(({ name, area }) => area && plainOf(`${name} ${area}`) === plainOf(text));
  if (whole.length === 1) return whole[0] ?? null;
  const preferred = all.filter(({ kind }) => (prefer as readonly string[]).includes(kind));
  return preferred.length === 1 ? (preferred[0] ?? null) : null;
}

async function listOwn(ctx: TxCtx, keys: readonly string[], countries: readonly string[]): Promise<Candidate[]> {
  const stayed = alias(bodies, "stayed");
  const whole = sql`${bodies.nameKey} || ' ' || ${bodies.areaKey} = any(${sql.param(keys)}::text[])`;
  const rows = await ctx.db
    .select({ own: bodies, stayed })
    .from(bodies)
    .leftJoin(stayed, and(eq(stayed.orgId, bodies.orgId), eq(stayed.id, bodies.mergedInto)))
    .where(
      and(
        eq(bodies.orgId, ctx.orgId),
        among(bodies.country, [...countries]),
        or(among(bodies.nameKey, [...keys]), whole),
      ),
    );
  return rows.flatMap(({ own, stayed: into }) => {
    const body = into ?? own;
    return body.retiredAt ? [] : [{ ref: body.id, name: body.name, area: body.area, kind: body.kind }];
  });
}

async function listOfLaw(ctx: TxCtx, keys: readonly string[], countries: readonly string[]): Promise<Candidate[]> {
  const all = listShipped(await readLaw(ctx)).filter(
    ({ nameKey, country }) => keys.includes(nameKey) && countries.includes(country),
  );
  if (all.length === 0) return [];
  const lawKeys = all.map(({ key }) => key);
  const own = await ctx.db
    .select({ lawKey: bodies.lawKey })
    .from(bodies)
    .where(and(eq(bodies.orgId, ctx.orgId), among(bodies.lawKey, lawKeys)));
  const adopted = new Set(own.map(({ lawKey }) => lawKey));
  return all
    .filter(({ key }) => !adopted.has(key))
    .map(({ key, name, area, kind }) => ({ ref: refOfLaw(key), name, area, kind }));
}
