-- A renewal gives the member a new password and ends every session and ticket that the old one opened. An officer's
-- entry keeps address and phone of the office, and who invited them as who added them.
create function auth.accept_invitation(p_token bytea, p_login uuid, p_member uuid, p_name text, p_password_hash text)
returns text language plpgsql security definer set search_path = pg_catalog as $$
declare i app.invitations%rowtype; at timestamptz := clock_timestamp(); o uuid := auth.invitation_org(p_token); code text;
begin
  if o is null then return 'unknown'; end if;
  perform ctx.put(o, null, 'service');
  update app.invitations x set accepted_at = at, accepted_by = coalesce(x.renews, p_member)
  where x.token_hash = sha256(p_token) and x.accepted_at is null and x.withdrawn_at is null and x.expires_at > at
    and (x.renews is null or auth.may_renew(x.renews))
  returning * into i;
  if not found then return 'closed'; end if;
  if i.renews is not null then
    update auth.logins l set password_hash = p_password_hash where l.org_id = o and l.member_id = i.renews;
    if not found then
      insert into auth.logins (id, email, password_hash, org_id, member_id, created_at)
      select p_login, m.email, p_password_hash, o, m.id, at from app.members m where m.id = i.renews and m.role = 'liaison';
    end if;
    update auth.sessions s set ended_at = at where s.org_id = o and s.member_id = i.renews and s.ended_at is null;
    update auth.login_tickets t set used_at = at from auth.logins l
    where l.id = t.login_id and l.org_id = o and l.member_id = i.renews and t.used_at is null;
    perform audit.append('member.access_renewed', i.renews, null, '{}'::jsonb);
    return 'accepted';
  end if;
  if exists (select 1 from auth.logins l where l.email = lower(i.email)) then raise exception 'taken' using errcode = '23505'; end if;
  perform 1 from app.organisations x where x.id = o for update;
  select case when i.role = 'liaison' then 'L-' else 'S-' end
    || lpad((count(*) + 1)::text, 2, '0') into code
  from app.members m where (m.role = 'liaison') = (i.role = 'liaison');
  insert into app.members (id, org_id, role, name, email, code, joined_at, custom_role_id)
  values (p_member, o, i.role, p_name, lower(i.email), code, at, i.custom_role_id);
  if i.role = 'liaison' then
    insert into app.liaisons (member_id, org_id, rank, agency, unit, force_number, address, phone, added_by)
    values (p_member, o, i.liaison->>'rank', i.liaison->>'agency', i.liaison->>'unit', i.liaison->>'forceNumber',
      coalesce(i.liaison->>'address', ''), coalesce(i.liaison->>'phone', ''), i.invited_by);
  end if;
  insert into auth.logins (id, email, password_hash, org_id, member_id, created_at)
  values (p_login, lower(i.email), p_password_hash, o, p_member, at);
  perform audit.append('member.joined', p_member, null, jsonb_build_object('role', i.role));
  return 'accepted';
end $$;
