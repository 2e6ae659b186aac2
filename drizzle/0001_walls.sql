-- The second wall: row-level security with a context that the application cannot forge.
-- ctx.enter() looks up a live session and signs what it found together with this transaction and this backend.
create schema ctx;
--> statement-breakpoint
create table ctx.key (one boolean primary key default true check (one), k bytea not null);
--> statement-breakpoint
insert into ctx.key (k) values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
--> statement-breakpoint
create table ctx.service (token_hash bytea primary key);
--> statement-breakpoint
create function ctx.sign(c text) returns text language sql stable security definer set search_path = pg_catalog
as $$ select encode(sha256(k || sha256(k || convert_to(c, 'UTF8'))), 'hex') from ctx.key $$;
--> statement-breakpoint
create function ctx.stamp() returns text language sql stable set search_path = pg_catalog
as $$ select extract(epoch from transaction_timestamp())::text || ':' || pg_backend_pid()::text $$;
--> statement-breakpoint
create function ctx.put(org uuid, member uuid, role text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare c text := org::text || '|' || coalesce(member::text, '') || '|' || role || '|' || ctx.stamp();
begin
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
--> statement-breakpoint
create function ctx.part(n integer) returns text
language plpgsql stable security definer set search_path = pg_catalog as $$
declare c text := current_setting('app.ctx', true);
begin
  if c is null or c = '' then return null; end if;
  if ctx.sign(c) is distinct from current_setting('app.sig', true) or split_part(c, '|', 4) <> ctx.stamp() then
    raise exception 'forged context' using errcode = '28000';
  end if;
  return nullif(split_part(c, '|', n), '');
end $$;
--> statement-breakpoint
create function ctx.org() returns uuid language sql stable set search_path = pg_catalog as $$ select ctx.part(1)::uuid $$;
--> statement-breakpoint
create function ctx.member() returns uuid language sql stable set search_path = pg_catalog as $$ select ctx.part(2)::uuid $$;
--> statement-breakpoint
create function ctx.role() returns text language sql stable set search_path = pg_catalog as $$ select ctx.part(3) $$;
--> statement-breakpoint
-- The role is read from the membership each time: a removed member or a changed role is felt on the next request.
create function ctx.enter(token bytea)
returns table (org_id uuid, member_id uuid, role text, name text, session_id uuid, org_name text)
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype; m app.members%rowtype;
begin
  select * into s from auth.sessions x where x.token_hash = sha256(token)
    and x.ended_at is null and x.idle_expires_at > clock_timestamp() and x.expires_at > clock_timestamp();
  if not found then raise exception 'no live session' using errcode = '28000'; end if;
  if exists (select 1 from auth.logins l where l.id = s.login_id and l.disabled_at is not null) then
    raise exception 'no live session' using errcode = '28000';
  end if;
  perform ctx.put(s.org_id, s.member_id, 'service');
  select * into m from app.members x where x.id = s.member_id and x.removed_at is null;
  if not found then raise exception 'no live session' using errcode = '28000'; end if;
  return query select s.org_id, m.id, m.role, m.name, s.id, o.name from app.organisations o where o.id = s.org_id;
  perform ctx.put(s.org_id, m.id, m.role);
end $$;
--> statement-breakpoint
create function ctx.enter_service(token bytea, org uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select 1 from ctx.service x where x.token_hash = sha256(token)) then
    raise exception 'unknown service' using errcode = '28000';
  end if;
  perform ctx.put(org, null, 'service');
end $$;
--> statement-breakpoint
create function ctx.refuse() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
--> statement-breakpoint
create function ctx.keep_org() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.org_id is distinct from old.org_id then
    raise exception 'a row cannot change its organisation' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Puts one table behind the wall. `seen` and `written` are the conditions beside "belongs to my organisation".
create function ctx.wall(t regclass, org_column text, seen text, written text, append_only boolean) returns void
language plpgsql set search_path = pg_catalog as $$
declare mine text := format('%I = (select ctx.org())', org_column);
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy see on %s for select using (%s and (%s))', t, mine, seen);
  execute format('create policy add on %s for insert with check (%s and (%s))', t, mine, written);
  if append_only then
    execute format('create policy change on %s for update using (false)', t);
    execute format('create policy remove on %s for delete using (false)', t);
    execute format('create trigger append_only before update or delete on %s for each row execute function ctx.refuse()', t);
    execute format('create trigger append_only_all before truncate on %s for each statement execute function ctx.refuse()', t);
  else
    execute format('create policy change on %s for update using (%s and (%s)) with check (%s and (%s))', t, mine, written, mine, written);
    execute format('create policy remove on %s for delete using (%s and (%s))', t, mine, written);
    if org_column = 'org_id' then
      execute format('create trigger keep_org before update on %s for each row execute function ctx.keep_org()', t);
    end if;
  end if;
end $$;
--> statement-breakpoint
-- The cases that this person works on. Declared small, so that a list is read by its index and not sorted.
create function ctx.my_cases() returns setof uuid
language plpgsql stable security definer rows 30 cost 10 set search_path = pg_catalog as $$
begin
  return query select m.case_id from app.case_members m
    where m.org_id = (select ctx.org()) and m.member_id = (select ctx.member());
end $$;
--> statement-breakpoint
-- A role is compared inside its subquery: one yes or no for the statement. Outside, Postgres takes it for a rare value
-- and sorts thousands of rows (7.5 ms for a page of 10,000 cases instead of 2).
do $$
declare
  people text := '(select ctx.role() in (''caseworker'', ''supervisor'', ''admin'', ''service''))';
  inside text := '(select ctx.role() in (''caseworker'', ''supervisor'', ''service''))';
  admins text := '(select ctx.role() in (''admin'', ''service''))';
  wide text := '(select ctx.role() in (''supervisor'', ''service''))';
  caseworker text := '(select ctx.role() = ''caseworker'')';
  liaison text := '(select ctx.role() = ''liaison'')';
  me text := '(select ctx.member())';
  -- A caseworker sees the cases they work on; a supervisor every case; an admin no case content.
  mine text := '(' || wide || ' or (' || caseworker || ' and case_id in (select ctx.my_cases())))';
  my_case text := '(' || wide || ' or (' || caseworker || ' and (owner_id = ' || me || ' or id in (select ctx.my_cases()))))';
  my_client text := '(' || wide || ' or (' || caseworker || ' and (registered_by = ' || me
    || ' or id in (select c.client_id from app.cases c))))';
  my_handover text := '(' || liaison || ' and handover_id in (select h.id from app.handovers h))';
  given_to_me text := '(' || liaison || ' and liaison_id = ' || me || ')';
  t text;
begin
  perform ctx.wall('app.organisations', 'id', 'true', people, false);
  perform ctx.wall('app.members', 'org_id', people || ' or id = ' || me, admins, false);
  perform ctx.wall('app.liaisons', 'org_id', people || ' or member_id = ' || me, admins, false);
  perform ctx.wall('app.invitations', 'org_id', admins, admins, false);
  perform ctx.wall('app.data_keys', 'org_id', people, people, false);
  perform ctx.wall('app.clients', 'org_id', my_client, inside, false);
  perform ctx.wall('app.search_tokens', 'org_id', inside, inside, false);
  perform ctx.wall('app.cases', 'org_id', my_case, my_case, false);
  perform ctx.wall('app.case_members', 'org_id', inside, inside, false);
  foreach t in array array['subjects', 'accounts', 'account_handles', 'incidents', 'case_steps', 'uploads', 'exhibits',
    'incident_exhibits', 'releases', 'charges'] loop
    perform ctx.wall(format('app.%I', t)::regclass, 'org_id', mine, mine, false);
  end loop;
  perform ctx.wall('app.step_events', 'org_id', mine, mine, true);
  perform ctx.wall('app.custody_events', 'org_id', mine, mine, true);
  perform ctx.wall('app.handovers', 'org_id', mine || ' or ' || given_to_me, mine || ' or ' || given_to_me, false);
  perform ctx.wall('app.handover_events', 'org_id', mine || ' or ' || my_handover, mine || ' or ' || my_handover, true);
  perform ctx.wall('app.packets', 'org_id',
    mine || ' or (' || liaison || ' and id in (select h.packet_id from app.handovers h))', mine, false);
  perform ctx.wall('app.references', 'org_id', mine || ' or ' || my_handover, mine || ' or ' || my_handover, false);
  perform ctx.wall('app.reference_keys', 'org_id', mine || ' or ' || my_handover, mine || ' or ' || my_handover, false);
end $$;
