import "server-only";
import { and, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, members } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Hit, Match } from "./types";

/** No search shows more cases than this. */
export const most = 20;

/** The cases of the matches, those found by something whole first, each with every reason once. */
export async function withCases(ctx: TxCtx, matches: readonly Match[]): Promise<Hit[]> {
  const ids = [...new Set(matches.toSorted((a, b) => Number(b.exact) - Number(a.exact)).map((match) => match.caseId))];
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select({
      caseId: cases.id,
      code: cases.code,
      pseudonym: cases.pseudonym,
      pair: cases.pair,
      ownerName: members.name,
      closedAt: cases.closedAt,
    })
    .from(cases)
    .innerJoin(members, eq(members.id, cases.ownerId))
    .where(and(visibleCases(ctx), among(cases.id, ids.slice(0, most))));
  return ids.flatMap((id) => {
    const row = rows.find((candidate) => candidate.caseId === id);
    const mine = matches.filter((match) => match.caseId === id);
    return row
      ? [{ ...row, reasons: mine.map((match) => match.reason), exact: mine.some((match) => match.exact) }]
      : [];
  });
}
