-- The lock on the login makes changes of one person's factors wait for each other.
create function auth.lock_factors(p_token bytea) returns auth.sessions
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  perform 1 from auth.logins l where l.id = s.login_id for update;
  return auth.live_session(p_token);
end $$;
