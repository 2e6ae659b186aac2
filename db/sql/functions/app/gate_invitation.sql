create function app.gate_invitation() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if ctx.invitation_waits(new) then raise exception 'a second person releases it' using errcode = '42501'; end if;
  return new;
end $$;
