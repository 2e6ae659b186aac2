-- The wrapped key of a device, for the person who prepared it, in a full session that is not covered; null for anybody
-- else. The session that asks becomes the one whose sign-out ends it, and seven days begin anew.
create function auth.use_offline_key(p_token bytea, p_id uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token); found_key text;
begin
  if s.id is null or s.aal = 'confined' or s.covered_at is not null then return null; end if;
  update auth.offline_keys k set session_id = s.id, expires_at = clock_timestamp() + interval '7 days'
  where k.id = p_id and k.login_id = s.login_id and k.ended_at is null and k.expires_at > clock_timestamp()
  returning k.wrapped into found_key;
  return found_key;
end $$;
