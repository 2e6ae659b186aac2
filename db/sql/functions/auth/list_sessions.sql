-- The live sessions of the person whose full session asks.
create function auth.list_sessions(p_token bytea)
returns table (id uuid, device text, amr text, started_at timestamptz, seen_at timestamptz, own boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal = 'confined' then return; end if;
  return query select x.id, x.device, x.amr, x.started_at, x.seen_at, x.id = s.id from auth.sessions x
  where x.login_id = s.login_id and x.ended_at is null and x.idle_expires_at > clock_timestamp()
    and x.expires_at > clock_timestamp() order by x.id <> s.id, x.seen_at desc, x.id;
end $$;
