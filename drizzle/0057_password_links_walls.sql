-- As before; and whether the link leaves the person's other factors as they are.
drop function auth.read_invitation(bytea);
--> statement-breakpoint
create function auth.read_invitation(p_token bytea)
returns table (org_name text, email text, name text, role text, renews uuid, keeps_factors boolean, state text)
language plpgsql security definer set search_path = pg_catalog as $$
declare i app.invitations%rowtype; o uuid := auth.invitation_org(p_token);
begin
  if o is null then return; end if;
  perform ctx.put(o, null, 'service');
  select * into i from app.invitations x where x.token_hash = sha256(p_token);
  return query select org.name, i.email, i.name, i.role, i.renews, i.keeps_factors,
    case when i.accepted_at is not null then 'accepted' when i.withdrawn_at is not null then 'withdrawn'
         when i.expires_at <= clock_timestamp() then 'expired'
         when i.renews is not null and not auth.may_renew(i.renews) then 'withdrawn' else 'open' end
  from app.organisations org where org.id = o;
  perform ctx.put(o, null, 'none');
end $$;
--> statement-breakpoint
-- As before; but a link for a forgotten password takes the known devices only, as any new password does.
create or replace function auth.forget_factors() returns trigger
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
