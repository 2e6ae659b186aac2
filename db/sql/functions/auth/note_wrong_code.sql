-- After a code that did not count: the hundredth in a row locks, and the log says so once.
create function auth.note_wrong_code(p_token bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  update auth.totps t set locked_at = clock_timestamp()
  where t.login_id = s.login_id and t.tries >= 100 and t.locked_at is null;
  if found then perform auth.note(s, 'factor.totp_locked', '{}'::jsonb); end if;
end $$;
