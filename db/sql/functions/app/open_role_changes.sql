-- Puts the changes of roles in force that waited their three days because nobody could confirm them. For a job.
create function app.open_role_changes() returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare r record; n integer := 0;
begin
  if ctx.role() is distinct from 'service' then raise exception 'a job opens them' using errcode = '42501'; end if;
  for r in select x.id from app.role_changes x where x.org_id = ctx.org() and x.state = 'waiting'
    and x.opens_at <= clock_timestamp() order by x.asked_at for update loop
    update app.role_changes x set state = 'confirmed' where x.id = r.id;
    perform audit.append('role.change_opened', r.id, null, '{}'::jsonb);
    n := n + 1;
  end loop;
  return n;
end $$;
