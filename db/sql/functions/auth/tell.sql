-- What stands on every page of the person until they put it away.
create function auth.tell(s auth.sessions, p_kind text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if auth.comes_first(s) then return; end if;
  insert into auth.notices (id, login_id, kind, session_id, device, at)
  values (gen_random_uuid(), s.login_id, p_kind, s.id, s.device, clock_timestamp());
end $$;
