-- A cookie that came back from another kind of browser was copied: its session ends.
create function auth.end_moved(p_token bytea, p_device text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null then return; end if;
  update auth.sessions x set ended_at = clock_timestamp() where x.id = s.id;
  perform auth.note(s, 'session.moved', jsonb_build_object('device', p_device));
end $$;
