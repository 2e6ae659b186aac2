-- Whether a page was opened from this network with the right PIN before.
create function auth.knows_client_network(p_secret bytea, p_network bytea) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from auth.client_secrets s join auth.client_visits v on v.page_id = s.page_id
    where s.secret_hash = sha256(p_secret) and v.network_hash = p_network)
$$;
