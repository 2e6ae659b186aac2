create function auth.dismiss_notice(p_token bytea, p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token); what text;
begin
  if s.id is null or s.aal = 'confined' then return false; end if;
  update auth.notices n set dismissed_at = clock_timestamp()
  where n.id = p_id and n.login_id = s.login_id and auth.may_put_away(s, n) and n.dismissed_at is null
  returning n.kind into what;
  if not found then return false; end if;
  perform auth.note(s, 'factor.notice_dismissed', jsonb_build_object('kind', what));
  return true;
end $$;
