create function auth.invitation_org(p_token bytea) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select x.org_id from auth.invitation_tokens x where x.hash = sha256(p_token)
$$;
