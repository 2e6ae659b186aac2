import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { breaches, breachNotices, clients } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";

export type BreachRow = typeof breaches.$inferSelect;

/** The breach, locked until this transaction ends. @throws AppError not_found */
export async function lockBreach(ctx: TxCtx, breachId: string): Promise<BreachRow> {
  const [row] = await ctx.db
    .select()
    .from(breaches)
    .where(and(eq(breaches.orgId, ctx.orgId), eq(breaches.id, breachId)))
    .for("update");
  if (!row) throw new AppError("not_found", t("No such breach."));
  return row;
}

export const isNotice = (ctx: TxCtx, breachId: string, clientId: string): SQL | undefined =>
  and(eq(breachNotices.orgId, ctx.orgId), eq(breachNotices.breachId, breachId), eq(breachNotices.clientId, clientId));

/** A notice with the key of its client, locked. @throws AppError not_found; conflict when it was given */
export async function lockNotice(ctx: TxCtx, breachId: string, clientId: string) {
  const [row] = await ctx.db
    .select()
    .from(breachNotices)
    .where(isNotice(ctx, breachId, clientId))
    .for("update");
  const [client] = await ctx.db.select({ keyId: clients.keyId }).from(clients).where(eq(clients.id, clientId));
  if (!row || !client) throw new AppError("not_found", t("No such notice."));
  if (row.sentOn) throw new AppError("conflict", t("This notice was given already."));
  return { row, keyId: client.keyId };
}

/**
 * The clients whose data was within reach: those whom that account acted on or viewed in that time, on those cases,
 * according to the log. Without account and time, everybody of those cases. With the evidence.
 */
export async function findAffected(ctx: TxCtx, row: BreachRow): Promise<{ clientId: string; shownBy: string[] }[]> {
  const ids = row.caseIds ? sql`${sql.param(row.caseIds)}::uuid[]` : null;
  const onCase = (column: SQL) => (ids ? sql`and ${column} = any(${ids})` : sql``);
  if (!row.memberId && !row.fromAt && !row.untilAt) {
    return [
      ...(await ctx.db.execute<{ clientId: string; shownBy: string[] }>(sql`
        select c.client_id as "clientId", array['listed'] as "shownBy" from app.cases c
        where c.org_id = ${ctx.orgId} ${onCase(sql`c.id`)} group by c.client_id`)),
    ];
  }
  const by = (member: SQL, at: SQL) => sql`
    ${row.memberId ? sql`and ${member} = ${row.memberId}::uuid` : sql``}
    ${row.fromAt ? sql`and ${at} >= ${row.fromAt.toISOString()}::timestamptz` : sql``}
    ${row.untilAt ? sql`and ${at} < ${row.untilAt.toISOString()}::timestamptz` : sql``}`;
  const rows = await ctx.db.execute<{ clientId: string; shownBy: string[] }>(sql`
    select s.client_id as "clientId", array_agg(distinct s.action order by s.action) as "shownBy" from (
      select c.client_id, e.action from audit.entries e
        join app.cases c on c.org_id = e.org_id and c.id = e.case_id
        where e.org_id = ${ctx.orgId} ${by(sql`e.member_id`, sql`e.at`)} ${onCase(sql`c.id`)}
      union all
      select l.id, e.action from audit.entries e join app.clients l on l.org_id = e.org_id and l.id = e.subject_id
        where e.org_id = ${ctx.orgId} ${by(sql`e.member_id`, sql`e.at`)}
        ${ids ? sql`and exists (select 1 from app.cases c where c.client_id = l.id and c.id = any(${ids}))` : sql``}
      union all
      select c.client_id, 'exhibit.revealed' from app.exposures x
        join app.cases c on c.org_id = x.org_id and c.id = x.case_id
        where x.org_id = ${ctx.orgId} ${by(sql`x.member_id`, sql`x.at`)} ${onCase(sql`c.id`)}
    ) s group by s.client_id`);
  return [...rows];
}
