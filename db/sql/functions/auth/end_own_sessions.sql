-- `p_id` null: every other one. How many ended, or null when the session that asks may not.
create function auth.end_own_sessions(p_token bytea, p_id uuid) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token); n integer;
begin
  if s.id is null or s.aal = 'confined' then return null; end if;
  update auth.sessions x set ended_at = clock_timestamp()
  where x.login_id = s.login_id and x.ended_at is null and case when p_id is null then x.id <> s.id else x.id = p_id end;
  get diagnostics n = row_count;
  perform auth.end_offline_keys(s.login_id, p_id, s.id);
  if p_id is null then
    update auth.login_tickets t set used_at = clock_timestamp() where t.login_id = s.login_id and t.used_at is null;
  end if;
  if n > 0 then perform auth.note(s, 'session.ended_elsewhere', jsonb_build_object('sessions', n)); end if;
  return n;
end $$;
