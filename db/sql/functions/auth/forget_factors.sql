-- Whoever had to ask an administrator for a new link has lost what they proved themselves with, or somebody else has
-- it: no factor, no device, no sign-in service opens anything for them any more. A link for a forgotten password takes
-- the known devices only, as any new password does.
create function auth.forget_factors() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare l uuid;
begin
  select x.id into l from auth.logins x where x.org_id = new.org_id and x.member_id = new.renews for update;
  if l is null then return new; end if;
  delete from auth.devices d where d.login_id = l;
  if new.keeps_factors then return new; end if;
  delete from auth.passkeys p where p.login_id = l;
  delete from auth.totps t where t.login_id = l;
  delete from auth.recovery_codes c where c.login_id = l;
  delete from auth.sso_links k where k.login_id = l;
  perform audit.append('factor.all_removed', new.renews, null, '{}'::jsonb);
  return new;
end $$;
