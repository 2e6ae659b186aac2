create function auth.find_login(p_email text) returns table (login_id uuid, password_hash text)
language sql stable security definer set search_path = pg_catalog as $$
  select l.id, l.password_hash from auth.logins l where l.email = lower(p_email) and l.disabled_at is null
$$;
