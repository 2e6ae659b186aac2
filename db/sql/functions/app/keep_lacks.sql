-- What a member's role lacks is worked out here and nowhere else, so that a transaction finds it with the member's row.
-- Only the database gives somebody a role of the organisation's own; with another role it is gone.
create function app.keep_lacks() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' and new.role <> old.role then new.custom_role_id := null; end if;
  if current_user <> (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid)
    and new.custom_role_id is not null
    and (tg_op = 'INSERT' or new.custom_role_id is distinct from old.custom_role_id) then
    raise exception 'a second person confirms a role of our own' using errcode = '42501';
  end if;
  if new.custom_role_id is not null and not exists (select 1 from app.custom_roles r
    where r.org_id = new.org_id and r.id = new.custom_role_id and r.role = new.role) then
    raise exception 'a role of our own is built on the role of the member' using errcode = '42501';
  end if;
  new.lacks := app.lacks_of(new.org_id, new.role, new.custom_role_id);
  return new;
end $$;
