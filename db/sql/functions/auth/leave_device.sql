-- For somebody who signs out of a device on purpose, not one whose session was locked because nobody used it.
create function auth.leave_device(p_token bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is not null then perform auth.end_offline_keys(s.login_id, s.id, null); end if;
end $$;
