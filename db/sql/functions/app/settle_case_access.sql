-- Brings the kept rows of cases, and whose each item of the queue is, to what the rule says; how many were wrong. The
-- cases are held meanwhile, so that of two changes the second sees the first. Runs as the service.
create function app.settle_case_access(p_cases uuid[]) returns integer
language plpgsql set search_path = pg_catalog as $$
declare gone integer; put integer; owned integer;
begin
  perform from app.cases c where c.id = any (p_cases) order by c.id for no key update;
  delete from app.case_access a where a.case_id = any (p_cases) and not exists (
    select from app.access_by_rule() r
    where r.case_id = any (p_cases) and r.case_id = a.case_id and r.member_id = a.member_id);
  get diagnostics gone = row_count;
  insert into app.case_access as a (case_id, member_id, org_id, owns, works, until, closed_at, opened_at, last_activity_at,
    next_due_on, pseudonym, sought, risk, level)
  select r.case_id, r.member_id, r.org_id, r.owns, r.works, r.until, c.closed_at, c.opened_at, c.last_activity_at,
    c.next_due_on, c.pseudonym, c.sought, c.risk, c.level
  from app.access_by_rule() r join app.cases c on c.id = r.case_id where r.case_id = any (p_cases)
  on conflict (case_id, member_id) do update set owns = excluded.owns, works = excluded.works, until = excluded.until,
    closed_at = excluded.closed_at, opened_at = excluded.opened_at, last_activity_at = excluded.last_activity_at,
    next_due_on = excluded.next_due_on, pseudonym = excluded.pseudonym, sought = excluded.sought, risk = excluded.risk,
    level = excluded.level
  where (a.owns, a.works, a.until, a.closed_at, a.opened_at, a.last_activity_at, a.next_due_on, a.pseudonym, a.risk, a.level)
    is distinct from (excluded.owns, excluded.works, excluded.until, excluded.closed_at, excluded.opened_at,
      excluded.last_activity_at, excluded.next_due_on, excluded.pseudonym, excluded.risk, excluded.level);
  get diagnostics put = row_count;
  update app.queue_items q set owner_id = c.owner_id from app.cases c
    where q.case_id = any (p_cases) and c.id = q.case_id and q.owner_id is distinct from c.owner_id;
  get diagnostics owned = row_count;
  return gone + put + owned;
end $$;
