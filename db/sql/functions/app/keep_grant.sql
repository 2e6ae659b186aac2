-- Such a permission goes to a supervisor, from somebody else.
create function app.keep_grant() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.granted_by is distinct from ctx.member() or new.granted_by = new.member_id
    or not exists (select 1 from app.members m where m.org_id = new.org_id and m.id = new.member_id
      and m.role = 'supervisor' and m.removed_at is null) then
    raise exception 'an administrator grants it to a supervisor' using errcode = '42501';
  end if;
  return new;
end $$;
