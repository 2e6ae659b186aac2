-- Asking counts as a try until a right code clears the count, and after a hundred there is no seed to compare with any
-- more.
create function auth.seed_of(p_token bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token); found text;
begin
  if s.id is null or (s.aal = 'confined' and s.amr not in ('password', 'oidc')) then return null; end if;
  update auth.totps t set tries = t.tries + 1
  where t.login_id = s.login_id and t.tries < 100 and t.locked_at is null returning t.seed into found;
  return found;
end $$;
