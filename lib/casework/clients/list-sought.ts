import "server-only";
import { and, desc, eq, gt } from "drizzle-orm";
import { auditEntries, cases, members } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { addHours } from "@/lib/platform/time/clock";

/** How long the owner of a case sees it on their first page. The log of the case keeps it. */
const days = 7;

export type SoughtNotice = { seq: number; at: Date; by: string; caseId: string; code: string };

/** Searches by colleagues that hit cases of this person which those colleagues may not see, newest first. */
export const listSought = query("case.write", async (ctx): Promise<SoughtNotice[]> => {
  const rows = await ctx.db
    .select({
      seq: auditEntries.seq,
      at: auditEntries.at,
      by: members.name,
      caseId: cases.id,
      code: cases.code,
    })
    .from(auditEntries)
    .innerJoin(cases, and(eq(cases.orgId, auditEntries.orgId), eq(cases.id, auditEntries.caseId)))
    .innerJoin(members, and(eq(members.orgId, auditEntries.orgId), eq(members.id, auditEntries.subjectId)))
    .where(
      and(
        eq(auditEntries.orgId, ctx.orgId),
        eq(auditEntries.action, "client.sought"),
        gt(auditEntries.at, addHours(ctx.now, -24 * days)),
        eq(cases.ownerId, ctx.actor.memberId ?? ctx.orgId),
      ),
    )
    .orderBy(desc(auditEntries.seq))
    .limit(10);
  return rows;
});
