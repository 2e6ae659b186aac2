-- How fresh a proof this session has, of the last five minutes: 'phr' with a passkey that does not wait, 'best' with
-- password and code of somebody who has no such passkey, 'any' otherwise, or null.
create function auth.freshness(s auth.sessions) returns text
language plpgsql stable security definer set search_path = pg_catalog as $$
declare since timestamptz := clock_timestamp() - interval '5 minutes'; waits boolean := auth.waits_until(s.login_id) is not null;
begin
  if s.passkey_at > since and not waits then return 'phr'; end if;
  if s.password_at > since and s.code_at > since
    and (waits or not exists (select 1 from auth.passkeys p where p.login_id = s.login_id)) then return 'best'; end if;
  if s.stepped_up_at > since then return 'any'; end if;
  return null;
end $$;
