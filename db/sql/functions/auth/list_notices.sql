-- The newest two of each kind, so that many of one kind push none of another out of sight. In a browser that is new,
-- its own arrival is no news.
create function auth.list_notices(p_token bytea)
returns table (id uuid, kind text, device text, at timestamptz, may_dismiss boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal = 'confined' then return; end if;
  return query select n.id, n.kind, n.device, n.at, auth.may_put_away(s, n)
  from auth.notices n join (select x.id, row_number() over (partition by x.kind order by x.at desc, x.id) as place
    from auth.notices x where x.login_id = s.login_id and x.dismissed_at is null
      and not (x.kind = 'device_added' and x.session_id = s.id)) newest on newest.id = n.id
  where newest.place <= 2 order by n.at desc, n.id;
end $$;
