import "server-only";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts, cases, identifiers, members, searchTokens } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { query } from "@/lib/access/query";
import { findCase, visibleCases } from "@/lib/cases/scope";
import type { Alike, MatchView } from "./types";

type Found = {
  owner_kind: MatchView["ownerKind"];
  owner_id: string;
  field: MatchView["field"];
  keeper: string;
  cases: number;
};

/**
 * Which identifiers of a case another case of the house has too, and whom to ask. Of a case that this person may not
 * see it says nothing else; cases that they may see are named. @throws AppError not_found
 */
export const listMatches = query("case.read", async (ctx, caseId: string): Promise<MatchView[]> => {
  const found = await listAlike(ctx, caseId);
  if (found.length === 0) return [];
  const seen = await seenCases(ctx, caseId, [...new Set(found.map((one) => one.ownerId))]);
  return found.map((one) => ({
    ...one,
    seen: seen
      .filter(({ ownerId, field }) => ownerId === one.ownerId && field === one.field)
      .map(({ caseId: id, code, pseudonym }) => ({ caseId: id, code, pseudonym })),
  }));
});

/** The same without the cases themselves, for whoever only tells that there are some. @throws AppError not_found */
export const listAlike = query("case.read", async (ctx, caseId: string): Promise<Alike[]> => {
  const row = await findCase(ctx, caseId);
  const found = await ctx.db.execute<Found>(
    sql`select owner_kind, owner_id, field, keeper, cases from app.matches_elsewhere(${row.id}::uuid)`,
  );
  if (found.length === 0) return [];
  const names = await namesOf(ctx, [...new Set(found.map((one) => one.keeper))]);
  const keys = [...new Set(found.map((one) => `${one.owner_kind} ${one.owner_id} ${one.field}`))].toSorted();
  return keys.flatMap((key) => {
    const rows = found.filter((one) => `${one.owner_kind} ${one.owner_id} ${one.field}` === key);
    const [first] = rows;
    if (!first) return [];
    const ask = rows.map((one) => ({
      name: names.get(one.keeper) ?? "A colleague",
      cases: one.cases,
      isMe: one.keeper === ctx.actor.memberId,
    }));
    return {
      ...{ ownerKind: first.owner_kind, ownerId: first.owner_id, field: first.field },
      ask: ask.toSorted((a, b) => a.name.localeCompare(b.name)),
    };
  });
});

async function namesOf(ctx: Scoped, ids: string[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), inArray(members.id, ids)));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Read behind the wall: what comes back is what this person may open anyway. */
async function seenCases(ctx: Scoped, caseId: string, ownerIds: string[]) {
  const other = alias(searchTokens, "other");
  return ctx.db
    .selectDistinct({
      ownerId: searchTokens.ownerId,
      field: searchTokens.field,
      caseId: cases.id,
      code: cases.code,
      pseudonym: cases.pseudonym,
    })
    .from(searchTokens)
    .innerJoin(
      other,
      and(
        eq(other.orgId, searchTokens.orgId),
        eq(other.token, searchTokens.token),
        eq(other.field, searchTokens.field),
        eq(other.match, "exact"),
        inArray(other.ownerKind, ["account", "identifier"]),
      ),
    )
    .leftJoin(accounts, and(eq(accounts.orgId, other.orgId), eq(accounts.id, other.ownerId)))
    .leftJoin(
      identifiers,
      and(eq(identifiers.orgId, other.orgId), eq(identifiers.id, other.ownerId), sql`${identifiers.removedAt} is null`),
    )
    .innerJoin(
      cases,
      and(eq(cases.orgId, other.orgId), eq(cases.id, sql`coalesce(${accounts.caseId}, ${identifiers.caseId})`)),
    )
    .where(
      and(
        visibleCases(ctx),
        ne(cases.id, caseId),
        eq(searchTokens.match, "exact"),
        inArray(searchTokens.ownerId, ownerIds),
      ),
    )
    .orderBy(cases.code);
}
