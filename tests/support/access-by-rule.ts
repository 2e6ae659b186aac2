import type { Sql } from "postgres";

export type Seen = { memberId: string; caseId: string; works: boolean };

/**
 * Who reads which case of an organisation at this moment, from the tables themselves and with nothing that is kept: the
 * predicates that the policies had before there was `case_access`. For a connection without walls.
 */
export async function accessByRule(bare: Sql, orgId: string): Promise<Seen[]> {
  return bare<Seen[]>`
    select m.id as "memberId", c.id as "caseId", m.role = 'supervisor' or c.owner_id = m.id
        or c.id in (select w.case_id from app.case_members w where w.member_id = m.id)
        or (c.closed_at is null and c.owner_id in (select l.member_id from app.leaves l where l.cover_id = m.id
          and l.ended_at is null and l.starts_at <= now() and l.ends_at > now())) as works
    from app.members m join app.cases c on c.org_id = m.org_id
    where m.org_id = ${orgId} and m.removed_at is null
      and c.client_id not in (select d.client_id from ctx.denied d where d.member_id = m.id)
      and (m.role = 'supervisor' or (m.role = 'caseworker' and (c.owner_id = m.id
        or c.id in (select w.case_id from app.case_members w where w.member_id = m.id)
        or c.id in (select l.case_id from ctx.looks l where l.member_id = m.id and l.ends_at > now())
        or (c.closed_at is null and c.owner_id in (select l.member_id from app.leaves l where l.cover_id = m.id
          and l.ended_at is null and l.starts_at <= now() and l.ends_at > now())))))`;
}

/** Rows of `case_access` that are not as the tables say, or missing, each as one line. */
export async function wronglyKept(bare: Sql, orgId: string): Promise<string[]> {
  const rows = await bare<{ line: string }[]>`
    with rule as (
      select c.id as case_id, s.member_id, bool_or(s.member_id = c.owner_id) as owns, bool_or(s.works) as works,
        max(s.until) as until, c.closed_at, c.opened_at, c.last_activity_at, c.next_due_on, c.pseudonym,
        lower(c.pseudonym) as sought, c.risk, c.level
      from app.cases c join (
        select id as case_id, owner_id as member_id, true as works, 'infinity'::timestamptz as until from app.cases
        union all select case_id, member_id, true, 'infinity' from app.case_members
        union all select case_id, member_id, false, ends_at from ctx.looks) s on s.case_id = c.id
      where c.org_id = ${orgId}
        and (s.member_id = c.owner_id
          or not exists (select from ctx.denied d where d.member_id = s.member_id and d.client_id = c.client_id))
      group by c.id, s.member_id),
    kept as (select case_id, member_id, owns, works, until, closed_at, opened_at, last_activity_at, next_due_on, pseudonym,
      sought, risk, level from app.case_access where org_id = ${orgId})
    select 'missing ' || r::text as line from (table rule except table kept) r
    union all select 'too much ' || k::text from (table kept except table rule) k
    union all select 'item of another ' || q.id from app.queue_items q join app.cases c on c.id = q.case_id
      where q.org_id = ${orgId} and q.owner_id is distinct from c.owner_id`;
  return rows.map(({ line }) => line);
}
