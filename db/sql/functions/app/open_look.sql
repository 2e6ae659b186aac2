-- The notice to the owner is what opens the look: nothing is shown before they were told.
create function app.open_look() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare l app.emergency_looks%rowtype; o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role();
begin
  perform ctx.put(o, m, 'service');
  select * into l from app.emergency_looks x where x.org_id = new.org_id and x.id = new.look_id;
  if l.state is distinct from 'released' or l.case_id is distinct from new.case_id or new.seen_at is not null
    or not exists (select 1 from app.cases c where c.org_id = o and c.id = new.case_id and c.owner_id = new.member_id) then
    raise exception 'the owner of the case is told of a released look' using errcode = '42501';
  end if;
  insert into ctx.looks (look_id, member_id, case_id, ends_at) values (l.id, l.asked_by, l.case_id, l.ends_at);
  perform ctx.put(o, m, r);
  return null;
end $$;
