import "server-only";
import { and, asc, desc, eq, gt, like, lt, or } from "drizzle-orm";
import { auditEntries, members } from "@/db/schema";
import { query } from "@/lib/access/query";
import { auditDetail, auditGroups, auditWords } from "./labels";

export type AuditRow = { seq: number; at: Date; who: string; role: string; what: string; detail: string };
export type AuditView = { groups?: readonly string[]; after?: number; before?: number };
export type AuditPage = { rows: AuditRow[]; before: number | undefined; after: number | undefined };

const size = 50;

/** The organisation's log, the newest first, by keyset. It names who, when and what; never whom it was about. */
export const listAuditEntries = query("audit.read", async (ctx, view: AuditView): Promise<AuditPage> => {
  const groups = (view.groups ?? []).filter((group) => group in auditGroups);
  const back = view.after === undefined && view.before !== undefined;
  const read = await ctx.db
    .select({
      seq: auditEntries.seq,
      at: auditEntries.at,
      name: members.name,
      role: auditEntries.role,
      action: auditEntries.action,
      detail: auditEntries.detail,
    })
    .from(auditEntries)
    .leftJoin(members, and(eq(members.orgId, auditEntries.orgId), eq(members.id, auditEntries.memberId)))
    .where(
      and(
        eq(auditEntries.orgId, ctx.orgId),
        groups.length > 0 ? or(...groups.map((group) => like(auditEntries.action, `${group}.%`))) : undefined,
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
    who: name ?? "Crossdocket",
    what: auditWords(action),
    detail: auditDetail(detail),
  }));
  const begun = back ? more : view.after !== undefined;
  return { rows, before: begun ? rows[0]?.seq : undefined, after: back || more ? rows.at(-1)?.seq : undefined };
});
