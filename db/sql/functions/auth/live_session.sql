create function auth.live_session(p_token bytea) returns auth.sessions
language sql stable security definer set search_path = pg_catalog as $$
  select x from auth.sessions x join auth.logins l on l.id = x.login_id and l.disabled_at is null
  where x.token_hash = sha256(p_token) and x.ended_at is null
    and x.idle_expires_at > clock_timestamp() and x.expires_at > clock_timestamp()
$$;
