-- A code counts once: its half-minute must be later than the last one that was taken, and it clears the count of wrong
-- ones. Signing in, also after the word of the sign-in service, ends the session that had proved the password only,
-- and says whose it was; a full session stays.
create function auth.take_totp(p_token bytea, p_step bigint) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or (s.aal = 'confined' and s.amr not in ('password', 'oidc')) then return null; end if;
  update auth.totps t set last_step = p_step, used_at = clock_timestamp(), tries = 0
  where t.login_id = s.login_id and t.last_step < p_step and t.locked_at is null;
  if not found then return null; end if;
  if s.aal = 'confined' then update auth.sessions x set ended_at = clock_timestamp() where x.id = s.id; end if;
  return s.login_id;
end $$;
