-- Whether what waits on a device can still be opened by anybody. It says nothing of whose it is.
create function auth.offline_key_stands(p_id uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select 1 from auth.offline_keys k join auth.logins l on l.id = k.login_id and l.disabled_at is null
    where k.id = p_id and k.ended_at is null and k.expires_at > clock_timestamp()
  )
$$;
