-- Whoever may not see how a client is reached writes nothing over it.
create function app.keep_contact() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not ctx.has('field.contact') then
    raise exception 'this role does not see how a client is reached' using errcode = '42501';
  end if;
  return new;
end $$;
