-- What a way of signing in is worth. Whatever is not named here reads nothing: its session may enrol a factor, prove
-- the second one, or end. What the sign-in service of an organisation says is worth a password, and with the strength
-- that the installation asks for, or a code of ours, a password and a code. It is never worth a passkey.
create function auth.aal_of(p_amr text) returns text language sql immutable set search_path = pg_catalog as $$
  select case when p_amr = 'passkey' then 'phr' when p_amr in ('password+totp', 'oidc+totp', 'oidc+mfa') then 'otp'
    when p_amr = 'demo' then 'demo' else 'confined' end
$$;
