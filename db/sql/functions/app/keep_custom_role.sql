-- A name for a role of the organisation's own; it gives nothing to anybody before a change with it is confirmed.
create function app.keep_custom_role() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if ctx.role() is distinct from 'admin' or new.made_by is distinct from ctx.member() or app.settable(new.role) = '{}' then
    raise exception 'an administrator names a role that is built on one of ours' using errcode = '42501';
  end if;
  return new;
end $$;
