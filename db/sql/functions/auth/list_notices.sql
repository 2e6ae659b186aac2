-- The session in which it was done cannot put it away, nor one that a waiting passkey opened. In a browser that is
-- new, its own arrival is no news.
create function auth.list_notices(p_token bytea)
returns table (id uuid, kind text, device text, at timestamptz, may_dismiss boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal = 'confined' then return; end if;
  return query select n.id, n.kind, n.device, n.at,
    n.session_id <> s.id and not (s.amr = 'passkey' and auth.waits_until(s.login_id) is not null)
  from auth.notices n where n.login_id = s.login_id and n.dismissed_at is null
    and not (n.kind = 'device_added' and n.session_id = s.id)
  order by n.at desc, n.id limit 5;
end $$;
