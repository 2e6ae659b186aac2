create function ctx.keep_org() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.org_id is distinct from old.org_id then
    raise exception 'a row cannot change its organisation' using errcode = '42501';
  end if;
  return new;
end $$;
