import "server-only";
import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { caseAccess, members, pairings } from "@/db/schema";
import { findCase, ownSeats } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import type { PairingView } from "./types";

/** What is connected with a case now, and the codes that wait; and whether this person may connect one. */
export const readPairings = query(
  "case.read",
  async (ctx, caseId: string): Promise<{ live: PairingView[]; mayConnect: boolean }> => {
    await findCase(ctx, caseId);
    const waits = and(isNull(pairings.begunAt), gt(pairings.codeUntil, ctx.now));
    const rows = await ctx.db
      .select({
        id: pairings.id,
        caseId: pairings.caseId,
        by: members.name,
        browser: pairings.browser,
        until: pairings.until,
        codeUntil: pairings.codeUntil,
      })
      .from(pairings)
      .innerJoin(members, and(eq(members.orgId, pairings.orgId), eq(members.id, pairings.memberId)))
      .where(
        and(
          eq(pairings.orgId, ctx.orgId),
          eq(pairings.caseId, caseId),
          isNull(pairings.endedAt),
          or(waits, gt(pairings.until, ctx.now)),
        ),
      )
      .orderBy(asc(pairings.madeAt));
    return {
      live: rows.map(({ codeUntil, until, ...row }) => ({ ...row, until: until ?? codeUntil })),
      mayConnect: await worksOn(ctx, caseId),
    };
  },
);

/** Whether the person works on the case: a supervisor reads every case, and works on few. */
export async function worksOn(ctx: TxCtx, caseId: string): Promise<boolean> {
  const seats = ownSeats(ctx, ctx.actor.memberId ?? ctx.orgId);
  const mine = and(eq(caseAccess.caseId, caseId), eq(caseAccess.works, true), or(...seats));
  return (await ctx.db.$count(caseAccess, mine)) > 0;
}

/** The case that a browser extension is connected with, by its number alone. */
export const readPairedCase = query(
  "case.read",
  async (ctx): Promise<{ code: string }> => {
    const { code } = await findCase(ctx, ctx.pairing?.caseId ?? "");
    return { code };
  },
  undefined,
  true,
);
