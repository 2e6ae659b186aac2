create function auth.unlink_sso(p_token bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or coalesce(auth.freshness(s) <> 'phr', true) then return 'unproven'; end if;
  delete from auth.sso_links k where k.login_id = s.login_id;
  if not found then return 'unknown'; end if;
  perform auth.tell(s, 'sso_unlinked');
  perform auth.end_others(s);
  perform auth.note(s, 'factor.sso_unlinked', '{}'::jsonb);
  return 'removed';
end $$;
