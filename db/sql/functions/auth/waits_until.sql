-- Until when no passkey of this person is worth more than their password: while one waits that was added in a session
-- which no passkey had proved. By the database's clock, and whichever of their passkeys somebody says was used.
create function auth.waits_until(p_login uuid) returns timestamptz
language sql stable security definer set search_path = pg_catalog as $$
  select max(p.waits_until) from auth.passkeys p where p.login_id = p_login and p.waits_until > clock_timestamp()
$$;
