-- After a full sign-in: which browser it was. Kept for as long as somebody may ask whether two people were one.
create function auth.note_browser(p_token bytea, p_browser bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal = 'confined' then return; end if;
  insert into auth.session_browsers (mark, org_id, browser, at)
  values (left(ctx.sign('session|' || s.id::text), 12), s.org_id, p_browser, clock_timestamp())
  on conflict (mark) do nothing;
  delete from auth.session_browsers b where b.at < clock_timestamp() - interval '400 days';
end $$;
