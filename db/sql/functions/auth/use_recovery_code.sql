-- Only after the password, and once. Every session of the person ends: whoever has the lost device is signed out too;
-- and the person is told.
create function auth.use_recovery_code(p_token bytea, p_hash bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal <> 'confined' or s.amr <> 'password' then return null; end if;
  update auth.recovery_codes c set used_at = clock_timestamp()
  where c.hash = p_hash and c.login_id = s.login_id and c.used_at is null;
  if not found then return null; end if;
  perform auth.tell(s, 'code_used');
  perform auth.end_others(s);
  perform auth.note(s, 'factor.code_used', '{}'::jsonb);
  return s.login_id;
end $$;
