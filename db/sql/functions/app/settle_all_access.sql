-- Compares the kept rows of every case that can be seen here with the rule, and sets right what is not: how many rows
-- were wrong. For a nightly job, and, as the owner, for whoever builds the walls: a release whose rule is another, and a
-- backup from before there was one, begin with the right rows.
create function app.settle_all_access() returns integer
language plpgsql security definer set search_path = pg_catalog set statement_timeout = 0 as $$
declare
  wrong integer := 0; last uuid := '00000000-0000-0000-0000-000000000000'; batch uuid[];
  walled boolean := (select relrowsecurity from pg_class where oid = 'app.cases'::regclass);
begin
  if walled and ctx.role() is distinct from 'service' then raise exception 'a job compares them' using errcode = '42501'; end if;
  loop
    select array_agg(s.id) into batch from (select c.id from app.cases c where c.id > last order by c.id limit 2000) s;
    exit when batch is null;
    wrong := wrong + app.settle_case_access(batch);
    last := batch[cardinality(batch)];
  end loop;
  return wrong;
end $$;
