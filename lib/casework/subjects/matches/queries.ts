import { compareText } from "@/lib/platform/language/formats";
import "server-only";
import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts, cases, identifiers, members, searchTokens } from "@/db/schema";
import { findCase, visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import type { MatchView } from "./types";

/**
 * Which identifiers of a case also appear on another case that this person may see, and whom to ask. A case they may
 * not see is not mentioned: its owner and the supervisors were notified when the identifier was recorded here
 * (`watchHits`).
 * @throws AppError not_found
 */
export const listMatches = query("case.read", async (ctx, caseId: string): Promise<MatchView[]> => {
  const row = await findCase(ctx, caseId);
  const rows = await seenDuplicates(ctx, row.id);
  const own = Map.groupBy(rows, (row) => `${row.ownerKind} ${row.ownerId} ${row.field}`);
  return [...own.entries()]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([, duplicates]) => matchOf(ctx, duplicates) ?? []);
});

type Duplicate = Awaited<ReturnType<typeof seenDuplicates>>[number];

function matchOf(ctx: TxCtx, duplicates: readonly Duplicate[]): MatchView | null {
  const [first] = duplicates;
  if (!first) return null;
  const ask = [...Map.groupBy(duplicates, (duplicate) => duplicate.keeper).entries()].map(([keeper, theirs]) => ({
    name: theirs[0]?.name ?? "A colleague",
    cases: theirs.length,
    isMe: keeper === ctx.actor.memberId,
  }));
  return {
    ownerKind: first.ownerKind as MatchView["ownerKind"],
    ownerId: first.ownerId,
    field: first.field as MatchView["field"],
    ask: ask.toSorted((a, b) => compareText(a.name, b.name)),
    seen: duplicates.map(({ caseId, code, pseudonym }) => ({ caseId, code, pseudonym })),
  };
}

/**
 * Read under row-level security: the result is what this person may open anyway. From the few identifiers of this case to
 * equal ones and from these to their cases, each by its index: asked in one join, Postgres reads every token and every case
 * of the organisation.
 */
async function seenDuplicates(ctx: TxCtx, caseId: string) {
  const other = alias(searchTokens, "other");
  const ownAccounts = ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, caseId)));
  const ownIdentifiers = ctx.db
    .select({ id: identifiers.id })
    .from(identifiers)
    .where(and(eq(identifiers.orgId, ctx.orgId), eq(identifiers.caseId, caseId), isNull(identifiers.removedAt)));
  const found = ctx.db
    .selectDistinct({
      ownerKind: searchTokens.ownerKind,
      ownerId: searchTokens.ownerId,
      field: searchTokens.field,
      caseId: sql<string>`coalesce(${accounts.caseId}, ${identifiers.caseId})`.as("found_case_id"),
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
      and(eq(identifiers.orgId, other.orgId), eq(identifiers.id, other.ownerId), isNull(identifiers.removedAt)),
    )
    .where(
      and(
        eq(searchTokens.orgId, ctx.orgId),
        eq(searchTokens.match, "exact"),
        sql`${searchTokens.ownerId} = any(array(${ownAccounts} union all ${ownIdentifiers}))`,
      ),
    )
    .offset(0)
    .as("found");
  return ctx.db
    .select({
      ownerKind: found.ownerKind,
      ownerId: found.ownerId,
      field: found.field,
      caseId: cases.id,
      code: cases.code,
      pseudonym: cases.pseudonym,
      keeper: cases.ownerId,
      name: members.name,
    })
    .from(found)
    .innerJoin(cases, and(eq(cases.orgId, ctx.orgId), eq(cases.id, found.caseId)))
    .innerJoin(members, and(eq(members.orgId, cases.orgId), eq(members.id, cases.ownerId)))
    .where(and(visibleCases(ctx), ne(cases.id, caseId)))
    .orderBy(asc(cases.code));
}
