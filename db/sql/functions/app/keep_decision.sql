-- Nobody decides on what they asked for themselves, unless an administrator gave them that permission by name.
create function app.keep_decision() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.decided_by is null or new.decided_by <> new.drafted_by then return new; end if;
  if tg_op = 'UPDATE' and (new.decided_by, new.decided_at) is not distinct from (old.decided_by, old.decided_at) then
    return new;
  end if;
  if ctx.role() is distinct from 'supervisor' or ctx.member() is distinct from new.decided_by
    or not exists (select 1 from app.member_grants g where g.org_id = new.org_id and g.member_id = new.decided_by
      and g.permission = 'packet.decide_own' and g.ended_at is null) then
    raise exception 'a second person decides' using errcode = '42501';
  end if;
  return new;
end $$;
