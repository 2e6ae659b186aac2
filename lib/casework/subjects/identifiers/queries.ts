import "server-only";
import { and, asc, count, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { exhibits, identifiers } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { exhibitCode } from "@/lib/casework/incidents/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { type IdentifierRow, identifiersOf, valuePlace } from "./access";
import { reasonPlace } from "./rules";
import type { IdentifierView } from "./types";

/** Every identifier on the board of a case, the oldest first. @throws AppError not_found */
export const listIdentifiers = query("case.read", async (ctx, caseId: string): Promise<IdentifierView[]> => {
  const row = await findCase(ctx, caseId);
  return viewsOf(ctx, row, await identifiersOf(ctx, row.id));
});

export type BoardIdentifiers = { identifiers: IdentifierView[]; counts: ReadonlyMap<string, number> };

/** Some of the identifiers of each of these subjects, and how many each has. @throws AppError not_found */
export const listIdentifiersOf = query(
  "case.read",
  async (
    ctx,
    caseId: string,
    subjectIds: readonly string[],
    { offset = 0, limit }: { offset?: number; limit: number },
  ): Promise<BoardIdentifiers> => {
    const row = await findCase(ctx, caseId);
    if (subjectIds.length === 0) return { identifiers: [], counts: new Map() };
    const { addedAt, caseId: inCase, id, orgId, removedAt, subjectId } = identifiers;
    const theirs = and(eq(orgId, ctx.orgId), eq(inCase, row.id), isNull(removedAt), among(subjectId, [...subjectIds]));
    const counted = await ctx.db.select({ subjectId, n: count() }).from(identifiers).where(theirs).groupBy(subjectId);
    const place = sql<number>`row_number() over (partition by ${subjectId} order by ${addedAt}, ${id})`;
    const placed = ctx.db
      .select({ id, place: place.as("place") })
      .from(identifiers)
      .where(theirs)
      .as("placed");
    const rows = await ctx.db
      .select({ identifier: identifiers })
      .from(identifiers)
      .innerJoin(placed, eq(placed.id, id))
      .where(and(eq(orgId, ctx.orgId), gt(placed.place, offset), lte(placed.place, offset + limit)))
      .orderBy(asc(addedAt), asc(id));
    return {
      identifiers: await viewsOf(
        ctx,
        row,
        rows.map(({ identifier }) => identifier),
      ),
      counts: new Map(counted.map((tally) => [tally.subjectId, tally.n])),
    };
  },
);

async function viewsOf(
  ctx: TxCtx,
  of: { id: string; keyId: string },
  rows: readonly IdentifierRow[],
): Promise<IdentifierView[]> {
  if (rows.length === 0) return [];
  const vault = await openVault(ctx, of.keyId);
  const named = rows.flatMap(({ exhibitId }) => exhibitId ?? []);
  const shown = await ctx.db
    .select({ id: exhibits.id, number: exhibits.number })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, of.id), among(exhibits.id, named)));
  const numbers = new Map(shown.map((exhibit) => [exhibit.id, exhibit.number]));
  return rows.map((row) => {
    const { id, subjectId, kind, confidence, exhibitId, firstSeenOn, lastSeenOn } = row;
    const number = exhibitId ? numbers.get(exhibitId) : undefined;
    return {
      id,
      subjectId,
      kind,
      confidence,
      exhibitId,
      firstSeenOn,
      lastSeenOn,
      value: vault.open(valuePlace(id), row.value),
      linkReason: vault.openMaybe(reasonPlace(id), row.linkReason),
      exhibit: number === undefined ? null : exhibitCode(number),
    };
  });
}
