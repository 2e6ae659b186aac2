-- The application writes no role that sees cases, nobody changes their own, and the last supervisor stays: without one
-- nobody could be asked.
create function app.keep_role() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then return new; end if;
  if tg_op = 'INSERT' then
    if new.role <> 'liaison' then raise exception 'people join by an invitation' using errcode = '42501'; end if;
    return new;
  end if;
  if new.role <> old.role and (new.id = ctx.member() or app.reach_of(new.role) > app.reach_of(old.role)) then
    raise exception 'a second person releases a role that sees cases' using errcode = '42501';
  end if;
  if old.role = 'supervisor' and old.removed_at is null and (new.role <> 'supervisor' or new.removed_at is not null)
    and not app.is_founding() and not exists (select 1 from app.members m where m.org_id = new.org_id
      and m.role = 'supervisor' and m.removed_at is null and m.id <> new.id) then
    raise exception 'the last supervisor stays' using errcode = '42501';
  end if;
  return new;
end $$;
