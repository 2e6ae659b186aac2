import "server-only";
import { and, asc, desc, eq, gt, isNull, lt } from "drizzle-orm";
import { auditEntries, cases, members } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { auditDetail, auditWords, whoActed } from "@/lib/kernel/audit/rules";
import { entriesUnder } from "./access";
import type { AuditFilters } from "./input";

type AuditRow = {
  seq: number;
  at: Date;
  who: string;
  role: string;
  what: string;
  detail: string;
  /** From which session, as a mark that is the same for all that came from it; null for jobs and older entries. */
  session: string | null;
  /** The case that it concerns, for viewers who may see it. */
  caseId: string | null;
  caseCode: string | null;
};
export type AuditView = AuditFilters & { after?: number; before?: number };
export type AuditPage = { rows: AuditRow[]; before: number | undefined; after: number | undefined };

const size = 50;

/** The organisation's log, newest first, by keyset. It names who, when and what; never whom it was about. */
export const listAuditEntries = query("audit.read", async (ctx, view: AuditView): Promise<AuditPage> => {
  const back = view.after === undefined && view.before !== undefined;
  const read = await ctx.db
    .select({
      seq: auditEntries.seq,
      at: auditEntries.at,
      name: members.name,
      role: auditEntries.role,
      action: auditEntries.action,
      detail: auditEntries.detail,
      session: auditEntries.session,
      caseId: cases.id,
      caseCode: cases.code,
    })
    .from(auditEntries)
    .leftJoin(members, and(eq(members.orgId, auditEntries.orgId), eq(members.id, auditEntries.memberId)))
    .leftJoin(cases, and(eq(cases.orgId, auditEntries.orgId), eq(cases.id, auditEntries.caseId)))
    .where(
      and(
        entriesUnder(ctx, view),
        view.after === undefined ? undefined : lt(auditEntries.seq, view.after),
        back ? gt(auditEntries.seq, view.before ?? 0) : undefined,
      ),
    )
    .orderBy(back ? asc(auditEntries.seq) : desc(auditEntries.seq))
    .limit(size + 1);
  const more = read.length > size;
  const found = back ? read.slice(0, size).toReversed() : read.slice(0, size);
  const rows = found.map(({ name, action, detail, ...row }) => ({
    ...row,
    who: whoActed(name, row.role),
    what: auditWords(action),
    detail: auditDetail(detail),
  }));
  const begun = back ? more : view.after !== undefined;
  return { rows, before: begun ? rows[0]?.seq : undefined, after: back || more ? rows.at(-1)?.seq : undefined };
});

/** Everybody of the organisation by name, for the filter; former members come last, because their entries remain. */
export const listPeople = query("audit.read", async (ctx): Promise<{ id: string; name: string; left: boolean }[]> => {
  const rows = await ctx.db
    .select({ id: members.id, name: members.name, removedAt: members.removedAt })
    .from(members)
    .where(eq(members.orgId, ctx.orgId))
    .orderBy(desc(isNull(members.removedAt)), asc(members.name))
    .limit(2_000);
  return rows.map(({ id, name, removedAt }) => ({ id, name, left: removedAt !== null }));
});
