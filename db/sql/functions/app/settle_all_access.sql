-- Compares the kept rows of every case that can be seen here with the rule, and sets right what is not: how many rows
-- were wrong; likewise the kinds of numbers that stand on cases. For a nightly job, and, as the owner, for whoever builds the walls: a release whose rule is another, and a
-- backup from before there was one, begin with the right rows.
create function app.settle_all_access() returns integer
language plpgsql security definer set search_path = pg_catalog set statement_timeout = 0 set work_mem = '64MB' as $$
declare
  wrong integer := 0; lacking integer; odd uuid[];
  walled boolean := (select relrowsecurity from pg_class where oid = 'app.cases'::regclass);
begin
  if walled and ctx.role() is distinct from 'service' then raise exception 'a job compares them' using errcode = '42501'; end if;
  select array_agg(o.id order by o.id) into odd from (
    select coalesce(r.case_id, a.case_id) as id from app.access_by_rule() r
      full join app.case_access a on a.case_id = r.case_id and a.member_id = r.member_id
      where (a.owns, a.works, a.until) is distinct from (r.owns, r.works, r.until)
    union select c.id from app.case_access a join app.cases c on c.id = a.case_id
      where (a.closed_at, a.opened_at, a.last_activity_at, a.next_due_on, a.pseudonym, a.risk, a.level)
        is distinct from (c.closed_at, c.opened_at, c.last_activity_at, c.next_due_on, c.pseudonym, c.risk, c.level)
    union select c.id from app.queue_items q join app.cases c on c.id = q.case_id
      where q.owner_id is distinct from c.owner_id) o;
  for at in 1 .. coalesce(cardinality(odd), 0) by 2000 loop
    wrong := wrong + app.settle_case_access(odd[at : at + 1999]);
  end loop;
  -- Nobody reads more by these, so they are set right and not counted.
  perform app.settle_number_kinds(null);
  update app.members m set lacks = app.lacks_of(m.org_id, m.role, m.custom_role_id)
  where m.lacks <> app.lacks_of(m.org_id, m.role, m.custom_role_id) and (not walled or m.org_id = ctx.org());
  get diagnostics lacking = row_count;
  return wrong + lacking;
end $$;
