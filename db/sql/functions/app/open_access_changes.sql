-- Gives the roles that waited their day because nobody could release them. For a job.
create function app.open_access_changes() returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare a record; before text; n integer := 0;
begin
  if ctx.role() is distinct from 'service' then raise exception 'a job opens them' using errcode = '42501'; end if;
  for a in select x.id, x.member_id, x.role, x.asked_by from app.access_changes x where x.org_id = ctx.org()
    and x.kind = 'role' and x.state = 'waiting' and x.opens_at <= clock_timestamp() order by x.asked_at for update loop
    select m.role into before from app.members m where m.id = a.member_id;
    perform ctx.give_role(a.id);
    perform audit.append('member.role_changed', a.member_id, null,
      jsonb_build_object('from', before, 'to', a.role, 'askedBy', a.asked_by));
    n := n + 1;
  end loop;
  return n;
end $$;
