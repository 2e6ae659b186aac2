import type { Sql } from "postgres";
import { readMark } from "@/lib/oversight/case-list/rules";
import type { CaseListView } from "@/lib/oversight/case-list/types";

type Question = { orgId: string; view: CaseListView; today: string };

/** One page of cases and its count to 1,001, asked by hand-written SQL on one connection. */
export async function caseFloor(sql: Sql, question: Question): Promise<{ ids: string[]; total: number }> {
  const { filters, sort } = question.view;
  const where = sql`c.org_id = ${question.orgId} and c.closed_at is null
    ${filters.risk ? sql`and c.risk in ${sql([...filters.risk])}` : sql``}
    ${filters.owner ? sql`and c.owner_id in ${sql([...filters.owner])}` : sql``}
    ${filters.due ? sql`and c.next_due_on < ${question.today}` : sql``}
    ${filters.q ? sql`and (c.pseudonym ilike ${`${filters.q}%`} or c.code ilike ${`${filters.q}%`})` : sql``}`;
  const order = { due: sql`c.next_due_on, c.id`, opened: sql`c.opened_at, c.id`, pseudonym: sql`c.pseudonym, c.id` };
  const rows = await sql<{ id: string }[]>`
    select c.id, c.code, c.pseudonym, c.pair, c.playbook_version, c.risk, c.in_danger, c.level, c.levels, c.marks,
      c.next_step, c.next_due_on, c.next_due_label, c.owner_id, m.name, c.opened_at, c.last_activity_at, c.closed_at
    from app.cases c join app.members m on m.org_id = c.org_id and m.id = c.owner_id
    where ${where} ${beyond(sql, question.view)} order by ${order[sort.key as keyof typeof order]} limit 26`;
  const [count] = await sql<{ n: number }[]>`
    select count(*)::int as n from (select c.id from app.cases c where ${where} limit 1001) capped`;
  return { ids: rows.slice(0, 25).map((row) => row.id), total: count?.n ?? 0 };
}

function beyond(sql: Sql, { cursor, sort }: CaseListView) {
  const mark = cursor && readMark(cursor.mark, sort.key, sort.dir);
  return mark ? sql`and (c.opened_at, c.id) > (${mark.value}::timestamptz, ${mark.id})` : sql``;
}
