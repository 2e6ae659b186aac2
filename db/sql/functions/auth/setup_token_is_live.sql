create function auth.setup_token_is_live(p_token bytea) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from auth.setup_tokens x
    where x.hash = sha256(p_token) and x.used_at is null and x.expires_at > clock_timestamp())
$$;
