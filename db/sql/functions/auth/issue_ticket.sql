create function auth.issue_ticket(p_hash bytea, p_login uuid, p_amr text) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into auth.login_tickets (hash, login_id, amr, expires_at)
  values (p_hash, p_login, p_amr, clock_timestamp() + interval '60 seconds')
$$;
