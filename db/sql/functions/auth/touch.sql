create function auth.touch(p_token bytea) returns void
language sql security definer set search_path = pg_catalog as $$
  update auth.sessions x set seen_at = clock_timestamp(), idle_expires_at = clock_timestamp() + interval '30 minutes'
  where x.token_hash = sha256(p_token) and x.ended_at is null and x.idle_expires_at > clock_timestamp()
    and x.seen_at < clock_timestamp() - interval '60 seconds'
$$;
