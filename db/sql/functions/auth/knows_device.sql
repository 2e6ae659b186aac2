create function auth.knows_device(p_hash bytea) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from auth.devices d where d.hash = p_hash)
$$;
