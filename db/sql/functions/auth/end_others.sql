-- After a change of factors nothing that was opened before stays open, but the session that made the change. A
-- confined one ends too: the ceremony opens a full one in its place.
create function auth.end_others(s auth.sessions) returns void
language sql security definer set search_path = pg_catalog as $$
  update auth.sessions x set ended_at = clock_timestamp()
  where x.login_id = s.login_id and x.ended_at is null and (x.id <> s.id or s.aal = 'confined');
  update auth.login_tickets t set used_at = clock_timestamp() where t.login_id = s.login_id and t.used_at is null;
  select auth.end_offline_keys(s.login_id, null, s.id)
$$;
