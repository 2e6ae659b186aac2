create function auth.list_devices(p_token bytea) returns table (id uuid, name text, added_at timestamptz, seen_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select d.id, d.name, d.added_at, d.seen_at from auth.devices d, auth.live_session(p_token) s
  where d.login_id = s.login_id and s.aal <> 'confined' order by d.seen_at desc, d.id
$$;
