create function auth.find_passkey(p_credential bytea)
returns table (id uuid, login_id uuid, public_key bytea, transports text[])
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.login_id, p.public_key, p.transports from auth.passkeys p
  join auth.logins l on l.id = p.login_id and l.disabled_at is null where p.credential_id = p_credential
$$;
