create function auth.has_factor(p_login uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from auth.passkeys p where p.login_id = p_login)
    or exists (select 1 from auth.totps t where t.login_id = p_login)
$$;
