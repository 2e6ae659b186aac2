-- Calls to an officer's office, and what left on paper, behind the same walls. Both ledgers only grow.
do $$
declare
  people text := '(select ctx.role() in (''caseworker'', ''supervisor'', ''admin'', ''service''))';
  keepers text := '(select ctx.role() in (''supervisor'', ''admin''))';
  me text := '(select ctx.member())';
  mine text := '((select ctx.role() in (''supervisor'', ''service'')) or ((select ctx.role() = ''caseworker'')'
    || ' and case_id in (select ctx.my_cases())))';
begin
  perform ctx.wall('app.liaison_callbacks', 'org_id', people, keepers || ' and called_by = ' || me, true);
  perform ctx.wall('app.dispatches', 'org_id', mine, mine || ' and noted_by = ' || me, true);
end $$;
--> statement-breakpoint
-- Supervisors keep the directory too. Of a member they change the name of an officer, and a trigger sees to the rest.
drop policy change on app.liaisons;
--> statement-breakpoint
drop policy change on app.members;
--> statement-breakpoint
do $$
declare
  keepers text := '(org_id = (select ctx.org()) and (select ctx.role() in (''admin'', ''supervisor'', ''service'')))';
  people text := '(org_id = (select ctx.org()) and ((select ctx.role() in (''admin'', ''service''))'
    || ' or ((select ctx.role() = ''supervisor'') and role = ''liaison'')))';
begin
  execute format('create policy change on app.liaisons for update using (%s) with check (%s)', keepers, keepers);
  execute format('create policy change on app.members for update using (%s) with check (%s)', people, people);
end $$;
--> statement-breakpoint
-- Officers of before stay in use until somebody changes what they are known by; who invited them added them.
alter table app.liaisons no force row level security;
--> statement-breakpoint
alter table app.invitations no force row level security;
--> statement-breakpoint
update app.liaisons l set from_before = true, added_by = (
  select i.invited_by from app.invitations i
  where i.org_id = l.org_id and i.accepted_by = l.member_id and i.renews is null limit 1);
--> statement-breakpoint
alter table app.invitations force row level security;
--> statement-breakpoint
alter table app.liaisons force row level security;
--> statement-breakpoint
-- Nobody confirms what they entered themselves, and nothing stays confirmed that was changed. Filling in an empty
-- address or phone of an officer of before changes nothing that they were known by.
create function app.keep_liaison() returns trigger language plpgsql set search_path = pg_catalog as $$
declare filled boolean; changed boolean;
begin
  if tg_op = 'INSERT' then
    if new.from_before or new.confirmed_at is not null or new.confirmed_by is not null or new.callback_id is not null then
      raise exception 'an officer is confirmed after a call-back' using errcode = '42501';
    end if;
    return new;
  end if;
  if new.added_by is distinct from old.added_by or new.member_id <> old.member_id
    or (new.from_before and not old.from_before) then
    raise exception 'who added an officer stays' using errcode = '42501';
  end if;
  filled := (old.address = '' and new.address <> '') or (old.phone = '' and new.phone <> '');
  changed := (old.force_number, old.agency, old.unit) is distinct from (new.force_number, new.agency, new.unit)
    or (old.address <> '' and new.address <> old.address) or (old.phone <> '' and new.phone <> old.phone);
  if filled or changed then new.changed_by := ctx.member(); end if;
  if new.changed_by is distinct from old.changed_by and new.changed_by is distinct from ctx.member() then
    raise exception 'a change is of whoever makes it' using errcode = '42501';
  end if;
  if changed or (filled and not old.from_before) then
    new.from_before := old.from_before and not changed;
    new.confirmed_by := null; new.confirmed_at := null; new.callback_id := null;
    return new;
  end if;
  if (new.confirmed_by, new.confirmed_at, new.callback_id)
      is not distinct from (old.confirmed_by, old.confirmed_at, old.callback_id)
    or (new.confirmed_by is null and new.confirmed_at is null and new.callback_id is null) then
    return new;
  end if;
  if new.confirmed_at is null or new.confirmed_by is distinct from ctx.member() or new.confirmed_by = new.added_by
    or new.confirmed_by = new.changed_by or not exists (select 1 from app.liaison_callbacks c
      where c.id = new.callback_id and c.org_id = new.org_id and c.liaison_id = new.member_id
        and c.called_by = new.confirmed_by and c.result = 'confirmed'
        and (new.changed_at is null or c.noted_at >= new.changed_at)) then
    raise exception 'another person confirms an officer, after a call-back' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_liaison before insert or update on app.liaisons for each row execute function app.keep_liaison();
--> statement-breakpoint
create function app.keep_officer() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if ctx.role() = 'supervisor' and (old.id, old.role, old.email, old.code, old.joined_at, old.removed_at)
    is distinct from (new.id, new.role, new.email, new.code, new.joined_at, new.removed_at) then
    raise exception 'a supervisor changes the name of an officer' using errcode = '42501';
  end if;
  if old.role = 'liaison' and new.name is distinct from old.name then
    update app.liaisons l set changed_by = ctx.member(), changed_at = transaction_timestamp(), from_before = false,
      confirmed_by = null, confirmed_at = null, callback_id = null
    where l.org_id = new.org_id and l.member_id = new.id;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_officer before update on app.members for each row execute function app.keep_officer();
--> statement-breakpoint
-- As before, and an officer's entry keeps address and phone of the office, and who invited them as who added them.
create or replace function auth.accept_invitation(p_token bytea, p_login uuid, p_member uuid, p_name text, p_password_hash text)
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
  insert into app.members (id, org_id, role, name, email, code, joined_at) values (p_member, o, i.role, p_name, lower(i.email), code, at);
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
