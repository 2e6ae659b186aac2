-- For a person in a full session that is not covered, of an organisation that works offline. False otherwise.
create function auth.make_offline_key(p_token bytea, p_id uuid, p_wrapped text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal = 'confined' or s.covered_at is not null then return false; end if;
  perform ctx.put_session(s.org_id, s.member_id, 'service', s.id, '');
  if not exists (select 1 from app.organisations o where o.id = s.org_id and o.works_offline) then return false; end if;
  insert into auth.offline_keys (id, login_id, org_id, member_id, session_id, wrapped, made_at, expires_at)
  values (p_id, s.login_id, s.org_id, s.member_id, s.id, p_wrapped, clock_timestamp(),
    clock_timestamp() + interval '7 days');
  perform auth.note(s, 'offline.prepared', '{}'::jsonb);
  return true;
end $$;
