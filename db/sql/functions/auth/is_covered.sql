create function auth.is_covered(p_token bytea) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((auth.live_session(p_token)).covered_at is not null, false)
$$;
