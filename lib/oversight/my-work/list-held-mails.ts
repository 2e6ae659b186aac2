import "server-only";
import { and, asc, eq, isNull, or } from "drizzle-orm";
import { cases, incomingMails } from "@/db/schema";
import type { HeldReason } from "@/lib/escalation/incoming-mail/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { may } from "@/lib/kernel/access/roles";
import { mostOfficerItems, ofMyCases } from "./access";
import type { Few, MailItem } from "./types";

/**
 * Mails that wait, the oldest first: of the cases that this person is responsible for, and for supervisors those that
 * name no case. What is listed apart is not among them.
 */
export async function listHeldMails(ctx: TxCtx): Promise<Few<MailItem>> {
  const loose = may(ctx.actor, "case.review") ? isNull(incomingMails.caseId) : undefined;
  const rows = await ctx.db
    .select({
      id: incomingMails.id,
      at: incomingMails.receivedAt,
      reasons: incomingMails.reasons,
      code: cases.code,
      pseudonym: cases.pseudonym,
    })
    .from(incomingMails)
    .leftJoin(cases, and(eq(cases.orgId, incomingMails.orgId), eq(cases.id, incomingMails.caseId)))
    .where(
      and(
        eq(incomingMails.orgId, ctx.orgId),
        eq(incomingMails.state, "held"),
        isNull(incomingMails.apart),
        or(ofMyCases(ctx), loose),
      ),
    )
    .orderBy(asc(incomingMails.receivedAt), asc(incomingMails.id))
    .limit(mostOfficerItems);
  const items = rows.map(({ id, at, reasons, code, pseudonym }) => ({
    id,
    at,
    reason: (reasons[0] ?? null) as HeldReason | null,
    ofCase: code && pseudonym ? { code, pseudonym } : null,
  }));
  return { items, count: items.length };
}
