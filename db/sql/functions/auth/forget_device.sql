create function auth.forget_device(p_token bytea, p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal = 'confined' then return false; end if;
  delete from auth.devices d where d.id = p_id and d.login_id = s.login_id;
  if not found then return false; end if;
  perform auth.note(s, 'device.forgotten', '{}'::jsonb);
  return true;
end $$;
