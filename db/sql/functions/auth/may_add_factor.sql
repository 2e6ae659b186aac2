-- Whether this session may add a factor. Confined: while the person has none, or after a recovery code. Else with a
-- fresh proof, by passkey as soon as the person has one. A password alone never adds to factors that are there, and
-- the word of the sign-in service alone adds none, not even the first one. While a passkey waits nothing is added,
-- except after a recovery code.
create function auth.may_add_factor(s auth.sessions) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select case when s.aal = 'confined' then s.amr = 'recovery' or (s.amr <> 'oidc' and not auth.has_factor(s.login_id))
    when auth.waits_until(s.login_id) is not null then false
    when exists (select 1 from auth.passkeys p where p.login_id = s.login_id) then coalesce(auth.freshness(s) = 'phr', false)
    else auth.freshness(s) is not null end
$$;
