-- Whoever may not see who a subject is said to be writes nothing over it.
create function app.keep_identity() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not ctx.has('field.identity') then
    raise exception 'this role does not see who a subject is said to be' using errcode = '42501';
  end if;
  return new;
end $$;
