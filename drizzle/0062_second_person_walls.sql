-- Who gave whom access, and when: outside the walls, written by triggers and read by three functions. It decides who counts
-- as a second person, so the application cannot write it.
create table ctx.access_given (
  org_id uuid not null, member_id uuid not null, given_by uuid, kind text not null, role text not null,
  at timestamptz not null, founding boolean not null
);
--> statement-breakpoint
create index access_given_member on ctx.access_given (member_id, at);
--> statement-breakpoint
-- The browser of a session, as a keyed hash of its cookie that is the same for everybody who uses it.
create table auth.session_browsers (mark text primary key, org_id uuid not null, browser bytea not null, at timestamptz not null);
--> statement-breakpoint
create index session_browsers_at on auth.session_browsers (at);
--> statement-breakpoint
-- While an organisation has no client and no case there is nothing to see: its first people need no second person.
create function app.is_founding() returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  o uuid := ctx.org(); yes boolean;
  c text := current_setting('app.ctx', true); s text := current_setting('app.sig', true);
begin
  if o is null then return false; end if;
  perform ctx.put(o, null, 'service');
  yes := not exists (select 1 from app.clients x where x.org_id = o) and not exists (select 1 from app.cases x where x.org_id = o);
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', s, true);
  return yes;
end $$;
--> statement-breakpoint
-- One of the two let the other in, gave them another role or a new sign-in link, in the 30 days before. `p_founders`: who
-- joined before the first client does not count.
create function app.is_tied(p_one uuid, p_other uuid, p_at timestamptz, p_founders boolean) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from ctx.access_given g
    where g.org_id = ctx.org() and g.at > p_at - interval '30 days' and not (p_founders and g.founding)
      and ((g.member_id = p_one and g.given_by = p_other) or (g.member_id = p_other and g.given_by = p_one)))
$$;
--> statement-breakpoint
-- Joined, or got their role, in the 7 days before.
create function app.is_new(p_member uuid, p_at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from ctx.access_given g where g.org_id = ctx.org() and g.member_id = p_member
    and g.kind in ('join', 'role') and g.at > p_at - interval '7 days')
$$;
--> statement-breakpoint
-- How much of the cases a role sees.
create function app.reach_of(p_role text) returns integer language sql immutable set search_path = pg_catalog
as $$ select case p_role when 'supervisor' then 2 when 'caseworker' then 1 else 0 end $$;
--> statement-breakpoint
-- From when on a change needs no second person: after a day when nobody could release it, never otherwise. A supervisor
-- who was not here for two weeks is away.
create function ctx.opens_at(p_asker uuid, p_member uuid) returns timestamptz
language plpgsql security definer set search_path = pg_catalog as $$
declare now timestamptz := transaction_timestamp(); away timestamptz := now - interval '14 days';
begin
  if exists (select 1 from app.members s
    where s.org_id = ctx.org() and s.role = 'supervisor' and s.removed_at is null and s.id <> p_asker
      and s.id is distinct from p_member and not app.is_tied(s.id, p_asker, now, false)
      and (p_member is null or not app.is_tied(s.id, p_member, now, false))
      and exists (select 1 from auth.logins l where l.member_id = s.id and l.disabled_at is null)
      and (s.joined_at > away or exists (select 1 from auth.sessions x where x.member_id = s.id and x.seen_at > away))) then
    return null;
  end if;
  return now + interval '24 hours';
end $$;
--> statement-breakpoint
-- What a supervisor decides on. Nobody asks for themselves, and nothing that was asked for changes afterwards.
create function app.keep_access_change() returns trigger language plpgsql set search_path = pg_catalog as $$
declare passes text[] := array['state', 'decided_by', 'decided_at']; me uuid := ctx.member();
begin
  if current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then return new; end if;
  if tg_op = 'INSERT' then
    if ctx.role() is distinct from 'admin' or new.asked_by is distinct from me or new.member_id = me
      or new.state <> 'waiting' or new.decided_by is not null or new.decided_at is not null or new.done_at is not null
      or not (case new.kind
        when 'join' then new.member_id is null and exists (select 1 from app.invitations i where i.id = new.invitation_id
          and i.renews is null and i.role = new.role and i.invited_by = me and i.accepted_at is null)
        when 'renew' then exists (select 1 from app.invitations i join app.members m on m.id = i.renews
          where i.id = new.invitation_id and i.renews = new.member_id and m.role = new.role and i.accepted_at is null)
        when 'role' then new.invitation_id is null and new.role <> 'liaison' and exists (select 1 from app.members m
          where m.id = new.member_id and m.removed_at is null and m.role <> 'liaison'
            and app.reach_of(new.role) > app.reach_of(m.role))
        else false end) then
      raise exception 'an administrator asks for access of somebody else' using errcode = '42501';
    end if;
    -- A link from before the first client that is used after it waits like any other.
    new.opens_at := case when new.kind = 'role' and app.is_founding() then transaction_timestamp()
      else ctx.opens_at(new.asked_by, new.member_id) end;
    return new;
  end if;
  if (to_jsonb(new) - passes) is distinct from (to_jsonb(old) - passes) then
    raise exception 'what was asked for stays' using errcode = '42501';
  end if;
  if old.state = 'waiting' and new.state in ('released', 'refused') and ctx.role() = 'supervisor' and new.decided_by = me
    and new.decided_at is not null
    and (new.state = 'refused' or (me <> new.asked_by and me is distinct from new.member_id)) then
    return new;
  end if;
  if old.state in ('waiting', 'released') and new.state = 'withdrawn' and ctx.role() = 'admin'
    and (new.decided_by, new.decided_at) is not distinct from (old.decided_by, old.decided_at) then
    return new;
  end if;
  raise exception 'a second person, a supervisor, releases access to cases' using errcode = '42501';
end $$;
--> statement-breakpoint
create trigger keep_access_change before insert or update on app.access_changes
  for each row execute function app.keep_access_change();
--> statement-breakpoint
-- Gives the role, in the name of the database: nobody else can.
create function ctx.give_role(p_change uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  a app.access_changes%rowtype; o uuid := ctx.org();
  c text := current_setting('app.ctx', true); s text := current_setting('app.sig', true);
begin
  perform ctx.put(o, ctx.member(), 'service');
  select * into a from app.access_changes x where x.id = p_change and x.state in ('waiting', 'released') for update;
  update app.members m set role = a.role
    where m.org_id = o and m.id = a.member_id and m.removed_at is null and app.reach_of(a.role) > app.reach_of(m.role);
  update app.access_changes x set state = 'done', done_at = clock_timestamp() where x.id = a.id;
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', s, true);
end $$;
--> statement-breakpoint
-- A role is given when it is released, a link works for three days from then on, and what was refused is closed.
create function app.settle_access_change() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  o uuid := ctx.org();
  c text := current_setting('app.ctx', true); s text := current_setting('app.sig', true);
begin
  if new.kind = 'role' then
    if new.state = 'released' or (tg_op = 'INSERT' and new.opens_at <= transaction_timestamp()) then
      perform ctx.give_role(new.id);
    end if;
    return null;
  end if;
  if tg_op = 'INSERT' or new.state not in ('released', 'refused') or old.state = new.state then return null; end if;
  perform ctx.put(o, ctx.member(), 'service');
  if new.state = 'released' then
    update app.invitations i set expires_at = transaction_timestamp() + interval '72 hours'
      where i.id = new.invitation_id and i.accepted_at is null and i.withdrawn_at is null;
  else
    update app.invitations i set withdrawn_at = transaction_timestamp()
      where i.id = new.invitation_id and i.accepted_at is null and i.withdrawn_at is null;
  end if;
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', s, true);
  return null;
end $$;
--> statement-breakpoint
create trigger settle_access_change after insert or update on app.access_changes
  for each row execute function app.settle_access_change();
--> statement-breakpoint
do $$
declare keepers text := '(select ctx.role() in (''supervisor'', ''admin'', ''service''))';
begin
  perform ctx.wall('app.access_changes', 'org_id', keepers, keepers, false);
end $$;
--> statement-breakpoint
-- A supervisor decides about an invitation, so they see whom it is for.
create policy see_to_decide on app.invitations for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor')));
--> statement-breakpoint
drop policy remove on app.access_changes;
--> statement-breakpoint
create policy remove on app.access_changes for delete using (false);
--> statement-breakpoint
create trigger keep before delete on app.access_changes for each row execute function ctx.refuse();
--> statement-breakpoint
create trigger keep_all before truncate on app.access_changes for each statement execute function ctx.refuse();
--> statement-breakpoint
-- A link that gives access to cases, or gives it back, opens nothing before it was released.
create function ctx.invitation_waits(i app.invitations) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare r text := i.role;
begin
  if i.renews is not null then select m.role into r from app.members m where m.id = i.renews; end if;
  if r = 'admin' or (r = 'liaison' and i.renews is null) or app.is_founding() then return false; end if;
  return not exists (select 1 from app.access_changes a where a.invitation_id = i.id and a.role = r
    and (a.state = 'released' or (a.state = 'waiting' and a.opens_at <= clock_timestamp())));
end $$;
--> statement-breakpoint
create function auth.invitation_waits(p_token bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare i app.invitations%rowtype; o uuid := auth.invitation_org(p_token); waits boolean;
begin
  if o is null then return false; end if;
  perform ctx.put(o, null, 'service');
  select * into i from app.invitations x where x.token_hash = sha256(p_token);
  waits := ctx.invitation_waits(i);
  perform ctx.put(o, null, 'none');
  return waits;
end $$;
--> statement-breakpoint
create function app.gate_invitation() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if ctx.invitation_waits(new) then raise exception 'a second person releases it' using errcode = '42501'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger gate_invitation before update on app.invitations for each row
  when (old.accepted_at is null and new.accepted_at is not null) execute function app.gate_invitation();
--> statement-breakpoint
create function app.note_invitation() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare is_used boolean := new.accepted_at is not null;
begin
  if is_used then
    insert into ctx.access_given (org_id, member_id, given_by, kind, role, at, founding)
    values (new.org_id, new.accepted_by, new.invited_by, case when new.renews is null then 'join' else 'renew' end,
      new.role, new.accepted_at, app.is_founding());
  end if;
  update app.access_changes a set state = case when is_used then 'done' else 'withdrawn' end, done_at = new.accepted_at
    where a.invitation_id = new.id and a.state in ('waiting', 'released');
  return null;
end $$;
--> statement-breakpoint
create trigger note_invitation after update on app.invitations for each row
  when ((old.accepted_at is null and new.accepted_at is not null)
    or (old.withdrawn_at is null and new.withdrawn_at is not null)) execute function app.note_invitation();
--> statement-breakpoint
-- Whoever invites does so in their own name and never for themselves; a link is withdrawn, and otherwise stays.
create function app.keep_invitation() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then return new; end if;
  if tg_op = 'INSERT' and (new.invited_by is distinct from ctx.member() or new.renews = ctx.member()
    or new.accepted_at is not null or new.accepted_by is not null) then
    raise exception 'nobody lets themselves in' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and (to_jsonb(new) - 'withdrawn_at') is distinct from (to_jsonb(old) - 'withdrawn_at') then
    raise exception 'an invitation stays as it was made' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_invitation before insert or update on app.invitations for each row execute function app.keep_invitation();
--> statement-breakpoint
-- The application writes no role that sees cases, nobody changes their own, and the last supervisor stays: without one
-- nobody could be asked.
create function app.keep_role() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then return new; end if;
  if tg_op = 'INSERT' then
    if new.role <> 'liaison' then raise exception 'people join by an invitation' using errcode = '42501'; end if;
    return new;
  end if;
  if new.role <> old.role and (new.id = ctx.member() or app.reach_of(new.role) > app.reach_of(old.role)) then
    raise exception 'a second person releases a role that sees cases' using errcode = '42501';
  end if;
  if old.role = 'supervisor' and old.removed_at is null and (new.role <> 'supervisor' or new.removed_at is not null)
    and not app.is_founding() and not exists (select 1 from app.members m where m.org_id = new.org_id
      and m.role = 'supervisor' and m.removed_at is null and m.id <> new.id) then
    raise exception 'the last supervisor stays' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_role before insert or update on app.members for each row execute function app.keep_role();
--> statement-breakpoint
create function app.note_role() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into ctx.access_given (org_id, member_id, given_by, kind, role, at, founding)
  values (new.org_id, new.id, coalesce((select a.asked_by from app.access_changes a where a.member_id = new.id
    and a.kind = 'role' and a.role = new.role and a.state in ('waiting', 'released') order by a.asked_at desc limit 1),
    ctx.member()), 'role', new.role, clock_timestamp(), app.is_founding());
  return null;
end $$;
--> statement-breakpoint
create trigger note_role after update on app.members for each row
  when (old.role is distinct from new.role) execute function app.note_role();
--> statement-breakpoint
-- Gives the roles that waited their day because nobody could release them. For a job.
create function app.open_access_changes() returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare a record; before text; n integer := 0;
begin
  if ctx.role() is distinct from 'service' then raise exception 'a job opens them' using errcode = '42501'; end if;
  for a in select x.id, x.member_id, x.role, x.asked_by from app.access_changes x where x.org_id = ctx.org()
    and x.kind = 'role' and x.state = 'waiting' and x.opens_at <= clock_timestamp() order by x.asked_at for update loop
    select m.role into before from app.members m where m.id = a.member_id;
    perform ctx.give_role(a.id);
    perform audit.append('member.role_changed', a.member_id, null,
      jsonb_build_object('from', before, 'to', a.role, 'askedBy', a.asked_by));
    n := n + 1;
  end loop;
  return n;
end $$;
--> statement-breakpoint
-- For every act of two people: the first argument is the column of the first person, the second that of the second one.
-- With a third, `founders`, who joined before the first client may be second person with whoever let them in.
create function app.keep_second_person() returns trigger language plpgsql set search_path = pg_catalog as $$
declare n jsonb := to_jsonb(new); first uuid := (n->>tg_argv[0])::uuid; second uuid := (n->>tg_argv[1])::uuid;
begin
  if first is null or second is null or coalesce(n->>'state', n->>'status', '') in ('refused', 'returned') then
    return new;
  end if;
  if tg_op = 'UPDATE' and to_jsonb(old)->>tg_argv[1] is not distinct from n->>tg_argv[1] then return new; end if;
  if app.is_tied(first, second, transaction_timestamp(), coalesce(tg_argv[2], '') = 'founders') then
    raise exception 'whoever let somebody in is no second person with them for 30 days' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_second_person before update on app.case_exports
  for each row execute function app.keep_second_person('asked_by', 'decided_by');
--> statement-breakpoint
create trigger keep_second_person before update on app.erasure_requests
  for each row execute function app.keep_second_person('asked_by', 'decided_by');
--> statement-breakpoint
create trigger keep_second_person before update on app.emergency_looks
  for each row execute function app.keep_second_person('asked_by', 'decided_by');
--> statement-breakpoint
create trigger keep_second_person before update on app.first_links
  for each row execute function app.keep_second_person('made_by', 'released_by');
--> statement-breakpoint
create trigger keep_second_person before insert or update on app.packets
  for each row execute function app.keep_second_person('drafted_by', 'decided_by');
--> statement-breakpoint
create trigger keep_second_person before insert on app.member_grants
  for each row execute function app.keep_second_person('granted_by', 'member_id');
--> statement-breakpoint
create trigger keep_second_person before update on app.access_changes
  for each row execute function app.keep_second_person('asked_by', 'decided_by');
--> statement-breakpoint
create trigger keep_second_person_of before update on app.access_changes
  for each row execute function app.keep_second_person('member_id', 'decided_by');
--> statement-breakpoint
create trigger keep_second_person before update on app.liaisons
  for each row execute function app.keep_second_person('added_by', 'confirmed_by', 'founders');
--> statement-breakpoint
create trigger keep_second_person_of before update on app.liaisons
  for each row execute function app.keep_second_person('changed_by', 'confirmed_by', 'founders');
--> statement-breakpoint
-- Whoever is new neither asks for a folder nor releases one.
create function app.keep_export_age() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (tg_op = 'INSERT' and app.is_new(new.asked_by, transaction_timestamp()))
    or (tg_op = 'UPDATE' and new.decided_by is distinct from old.decided_by and new.state <> 'refused'
      and app.is_new(new.decided_by, transaction_timestamp())) then
    raise exception 'whoever joined less than 7 days ago has no part in a folder' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_export_age before insert or update on app.case_exports
  for each row execute function app.keep_export_age();
--> statement-breakpoint
-- Neither of the two whom an alert is about says that it was looked at.
create function app.keep_alert() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.acknowledged_by is not null and (new.acknowledged_by = new.member_id or new.acknowledged_by = new.by_id) then
    raise exception 'somebody else looks at an alert' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_alert before update on app.audit_alerts for each row execute function app.keep_alert();
--> statement-breakpoint
-- After a full sign-in: which browser it was. Kept for as long as somebody may ask whether two people were one.
create function auth.note_browser(p_token bytea, p_browser bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal = 'confined' then return; end if;
  insert into auth.session_browsers (mark, org_id, browser, at)
  values (left(ctx.sign('session|' || s.id::text), 12), s.org_id, p_browser, clock_timestamp())
  on conflict (mark) do nothing;
  delete from auth.session_browsers b where b.at < clock_timestamp() - interval '400 days';
end $$;
--> statement-breakpoint
-- Whether two entries of the log came from sessions of one browser. For the job that watches the log.
create function app.one_browser(p_one text, p_other text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select ctx.role() = 'service' and exists (select 1 from auth.session_browsers a join auth.session_browsers b on b.browser = a.browser
    where a.org_id = ctx.org() and b.org_id = a.org_id and a.mark = p_one and b.mark = p_other)
$$;
--> statement-breakpoint
-- What was before: who let whom in, and links that are open wait like new ones.
alter table app.invitations no force row level security;
--> statement-breakpoint
alter table app.members no force row level security;
--> statement-breakpoint
alter table app.clients no force row level security;
--> statement-breakpoint
alter table app.access_changes no force row level security;
--> statement-breakpoint
insert into ctx.access_given (org_id, member_id, given_by, kind, role, at, founding)
select i.org_id, i.accepted_by, i.invited_by, case when i.renews is null then 'join' else 'renew' end, i.role, i.accepted_at,
  not exists (select 1 from app.clients c where c.org_id = i.org_id and c.registered_at <= i.accepted_at)
from app.invitations i where i.accepted_by is not null;
--> statement-breakpoint
insert into app.access_changes (id, org_id, kind, member_id, invitation_id, role, asked_by, asked_at, opens_at)
select gen_random_uuid(), i.org_id, case when i.renews is null then 'join' else 'renew' end, i.renews, i.id,
  coalesce(m.role, i.role), i.invited_by, i.invited_at,
  case when exists (select 1 from app.members s where s.org_id = i.org_id and s.role = 'supervisor' and s.removed_at is null)
    then null else transaction_timestamp() + interval '24 hours' end
from app.invitations i left join app.members m on m.id = i.renews
where i.accepted_at is null and i.withdrawn_at is null and i.invited_by is not null and i.expires_at > transaction_timestamp()
  and (coalesce(m.role, i.role) in ('caseworker', 'supervisor') or (m.role = 'liaison' and i.renews is not null));
--> statement-breakpoint
alter table app.access_changes force row level security;
--> statement-breakpoint
alter table app.clients force row level security;
--> statement-breakpoint
alter table app.members force row level security;
--> statement-breakpoint
alter table app.invitations force row level security;
