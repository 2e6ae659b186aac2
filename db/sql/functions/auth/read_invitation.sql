-- Also says whether the link leaves the person's other factors as they are.
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
