import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { caseOffers, caseReviews, cases, clientPages } from "@/db/schema";
import { openFlagsOf } from "@/lib/casework/flags/queries";
import { query } from "@/lib/kernel/access/query";
import { listAway } from "@/lib/organisation/absences/queries";
import { unseenNews } from "./access";
import type { CaseDesk } from "./types";

/** The supervision details of one case, for its header. The caller has loaded the case itself. */
export const readCaseDesk = query("case.read", async (ctx, caseId: string): Promise<CaseDesk> => {
  const notes = and(eq(caseReviews.orgId, ctx.orgId), eq(caseReviews.caseId, caseId), isNull(caseReviews.closedAt));
  const offers = and(eq(caseOffers.orgId, ctx.orgId), eq(caseOffers.caseId, caseId), eq(caseOffers.state, "open"));
  const news = and(eq(clientPages.orgId, ctx.orgId), eq(clientPages.caseId, caseId), unseenNews);
  const [[row], everybodyAway, flags] = await Promise.all([
    ctx.db
      .select({
        ownerId: cases.ownerId,
        reviews: ctx.db.$count(caseReviews, notes),
        offers: ctx.db.$count(caseOffers, offers),
        news: ctx.db.$count(clientPages, news),
      })
      .from(cases)
      .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId))),
    listAway(ctx),
    openFlagsOf(ctx, [caseId]),
  ]);
  const away = everybodyAway.find((absence) => absence.memberId === row?.ownerId);
  return {
    flags: flags.get(caseId) ?? 0,
    reviews: row?.reviews ?? 0,
    offered: (row?.offers ?? 0) > 0,
    clientNews: (row?.news ?? 0) > 0,
    away: away ?? null,
    covering: away !== undefined && away.coverId === ctx.actor.memberId,
  };
});
