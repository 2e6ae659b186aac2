-- A session whose screen is hidden reads nothing until a fresh proof. The proofs that it had are dropped, so that
-- nothing which wants one can be done behind the cover.
create function auth.cover(p_token bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal = 'confined' then return false; end if;
  update auth.sessions x set covered_at = clock_timestamp(), stepped_up_at = null, passkey_at = null,
    password_at = null, code_at = null
  where x.id = s.id and x.covered_at is null;
  if found then perform auth.note(s, 'session.covered', '{}'::jsonb); end if;
  return true;
end $$;
