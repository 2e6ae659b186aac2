import "server-only";
import { and, asc, eq, isNotNull, isNull, or } from "drizzle-orm";
import { cases, enquiries } from "@/db/schema";
import { unseenEnquiry } from "@/lib/client/enquiries/access";
import { hasNews, isOverdue } from "@/lib/client/enquiries/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { may } from "@/lib/kernel/access/roles";
import { mostOfficerItems, ofMyCases } from "./access";
import type { EnquiryItem, EnquiryNews } from "./types";

/**
 * Enquiries at which somebody has to look: new ones and those in danger or overdue, for everybody who opens cases; of a
 * case, for whoever is responsible for it. What is listed apart is a number.
 */
export async function listEnquiryNews(ctx: TxCtx): Promise<EnquiryNews> {
  if (!may(ctx.actor, "case.open")) return { items: [], apart: 0 };
  const open = and(eq(enquiries.state, "open"), or(unseenEnquiry, isNull(enquiries.answeredAt)));
  const ofCase = and(eq(enquiries.state, "case"), unseenEnquiry, ofMyCases(ctx));
  const lines = ctx.db
    .select({ enquiry: enquiries, code: cases.code, pseudonym: cases.pseudonym })
    .from(enquiries)
    .leftJoin(cases, and(eq(cases.orgId, enquiries.orgId), eq(cases.id, enquiries.caseId)))
    .where(and(eq(enquiries.orgId, ctx.orgId), isNull(enquiries.apart), or(open, ofCase)))
    .orderBy(asc(enquiries.writtenAt), asc(enquiries.id))
    .limit(mostOfficerItems);
  const unseenApart = and(
    eq(enquiries.orgId, ctx.orgId),
    eq(enquiries.state, "open"),
    isNotNull(enquiries.apart),
    unseenEnquiry,
  );
  const [rows, apart] = await Promise.all([lines, ctx.db.$count(enquiries, unseenApart)]);
  const items = rows.flatMap(({ enquiry, code, pseudonym }): EnquiryItem[] => {
    const { id, newsAt: at, danger, readAt, withdrawnAt } = enquiry;
    const overdue = isOverdue(enquiry, ctx.now);
    const isDanger = danger === "yes";
    if (!hasNews(enquiry) && !overdue && !isDanger) return [];
    const ofCase = code && pseudonym ? { code, pseudonym } : null;
    return [{ id, at, isDanger, overdue, isFirst: readAt === null, isTakenBack: withdrawnAt !== null, ofCase }];
  });
  return { items: [...items.filter(({ isDanger }) => isDanger), ...items.filter(({ isDanger }) => !isDanger)], apart };
}
