create function auth.sso_link_of(p_token bytea) returns table (issuer text, linked_at timestamptz, used_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select k.issuer, k.linked_at, k.used_at from auth.sso_links k, auth.live_session(p_token) s
  where k.login_id = s.login_id and s.aal <> 'confined'
$$;
