-- Requests of people about what is kept of them, corrections, and restrictions, behind the same walls.
do $$
declare
  inside text := '(select ctx.role() in (''caseworker'', ''supervisor'', ''service''))';
  supervisor text := '(select ctx.role() in (''supervisor''))';
  me text := '(select ctx.member())';
  mine text := '((select ctx.role() in (''supervisor'', ''service'')) or ((select ctx.role() = ''caseworker'')'
    || ' and case_id in (select ctx.my_cases())))';
  theirs text := ' or (' || inside || ' and (handler_id = ' || me || ' or (case_id is null and recorded_by = ' || me || ')))';
begin
  -- Whoever handles one sees it, and nothing more of the case that it is tied to. Whoever wrote down one that is tied to
  -- none sees it too.
  perform ctx.wall('app.rights_requests', 'org_id', mine || theirs, mine || theirs, false);
  perform ctx.wall('app.corrections', 'org_id', mine, mine || ' and noted_by = ' || me, true);
  perform ctx.wall('app.case_restrictions', 'org_id', mine, supervisor, false);
  perform ctx.settle_once('app.case_restrictions', 'lifted_at', 'lifted_by', 'lift_reason');
  perform ctx.let_erase('app.rights_requests', 'case_id');
  perform ctx.let_erase('app.corrections', 'case_id');
  perform ctx.let_erase('app.case_restrictions', 'case_id');
  perform ctx.let_erase('app.case_exports', 'case_id', 'client_id');
end $$;
--> statement-breakpoint
create trigger keep before delete on app.rights_requests for each row execute function ctx.refuse();
--> statement-breakpoint
create policy denied_client on app.case_exports as restrictive for all using
  (client_id is null or client_id not in (select ctx.denied_clients()));
--> statement-breakpoint
-- What was asked stays. Whoever made sure of a person, or decided, did so in their own name; only a supervisor decides.
create function app.keep_rights_request() returns trigger language plpgsql set search_path = pg_catalog as $$
declare m uuid := ctx.member();
begin
  if ctx.role() = 'service' then return new; end if;
  if tg_op = 'INSERT' then
    if new.state <> 'received' or new.recorded_by is distinct from m or new.identified_by is not null
      or new.decided_by is not null or new.answered_by is not null or new.confirms then
      raise exception 'a request begins as it came' using errcode = '42501';
    end if;
    return new;
  end if;
  if (new.kind, new.from_whom, new.case_id, new.key_id, new.number, new.received_on, new.recorded_by, new.recorded_at)
    is distinct from (old.kind, old.from_whom, old.case_id, old.key_id, old.number, old.received_on, old.recorded_by, old.recorded_at) then
    raise exception 'what was asked stays' using errcode = '42501';
  end if;
  if (new.identified_by is distinct from old.identified_by and (old.identified_by is not null or new.identified_by is distinct from m))
    or (new.answered_by is distinct from old.answered_by and (old.answered_by is not null or new.answered_by is distinct from m)) then
    raise exception 'everybody says it in their own name' using errcode = '42501';
  end if;
  if (new.decided_by, new.decided_at, new.confirms) is distinct from (old.decided_by, old.decided_at, old.confirms)
    and (old.decided_by is not null or new.decided_by is distinct from m or ctx.role() <> 'supervisor') then
    raise exception 'a supervisor decides, once' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_rights_request before insert or update on app.rights_requests
  for each row execute function app.keep_rights_request();
--> statement-breakpoint
-- Numbers are given once, also over requests that whoever writes one down does not see.
create function app.last_rights_request() returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role(); last integer;
begin
  if r not in ('caseworker', 'supervisor') then return 0; end if;
  perform ctx.put(o, m, 'service');
  select max(x.number) into last from app.rights_requests x where x.org_id = o;
  perform ctx.put(o, m, r);
  return coalesce(last, 0);
end $$;
--> statement-breakpoint
-- Nobody but the client gets a folder, and only after somebody made sure of them and a supervisor granted it.
create function app.keep_access_folder() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' and new.kind = 'access' and not exists (
    select 1 from app.rights_requests r join app.cases c on c.org_id = r.org_id and c.id = r.case_id
    where r.org_id = new.org_id and r.id = new.request_id and r.kind = 'access' and r.from_whom = 'client'
      and r.state in ('decided', 'answered') and c.client_id = new.client_id) then
    raise exception 'only a client whose request was granted gets a folder' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and (new.client_id, new.request_id, new.names_staff)
    is distinct from (old.client_id, old.request_id, old.names_staff) then
    raise exception 'what was asked for stays' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_access_folder before insert or update on app.case_exports
  for each row execute function app.keep_access_folder();
--> statement-breakpoint
-- Restricted cases, outside the walls as what is denied: written by one trigger, read by one function.
create table ctx.restricted (case_id uuid primary key, org_id uuid not null);
--> statement-breakpoint
create index restricted_of_org on ctx.restricted (org_id);
--> statement-breakpoint
-- For people of the organisation. Jobs keep up what is there, and what an officer says comes in.
create function ctx.frozen_cases() returns setof uuid
language plpgsql stable security definer rows 1 cost 10 set search_path = pg_catalog as $$
declare o uuid := ctx.org();
begin
  if ctx.role() in ('caseworker', 'supervisor', 'admin') then
    return query select r.case_id from ctx.restricted r where r.org_id = o;
  end if;
end $$;
--> statement-breakpoint
create function app.keep_restricted() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if new.lifted_at is null then
      insert into ctx.restricted (case_id, org_id) values (new.case_id, new.org_id) on conflict do nothing;
    end if;
    return null;
  end if;
  if old.lifted_at is null then delete from ctx.restricted r where r.case_id = old.case_id; end if;
  return null;
end $$;
--> statement-breakpoint
create trigger keep_restricted after insert or update or delete on app.case_restrictions
  for each row execute function app.keep_restricted();
--> statement-breakpoint
-- As a hold: an erasure waits until it is lifted. Only the owner, who restores an older backup, takes it along.
create function app.refuse_restricted() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not pg_has_role(session_user, (select c.relowner from pg_class c where c.oid = 'app.erasures'::regclass), 'member') then
    raise exception 'the case is restricted' using errcode = '42501';
  end if;
  return old;
end $$;
--> statement-breakpoint
create trigger refuse_restricted before delete on app.case_restrictions
  for each row when (old.lifted_at is null) execute function app.refuse_restricted();
--> statement-breakpoint
-- What a restriction lets through is named here: what comes in from outside, what protects somebody, what only takes
-- back, what notes who read, and what is said about keeping. Everything else is refused, also in tables to come.
create function ctx.freeze(t regclass) returns void language plpgsql set search_path = pg_catalog as $$
declare
  name text := (select c.relname from pg_class c where c.oid = t);
  free text := '(case_id is null or case_id not in (select ctx.frozen_cases()))';
  neither text[] := array['rights_requests', 'case_restrictions', 'holds', 'retention_changes', 'case_denials',
    'emergency_looks', 'emergency_notices', 'uploads', 'image_stops', 'image_sightings', 'hand_clocks', 'reminders',
    'custody_heads', 'case_words', 'case_owners', 'assignment_rows', 'import_rows'];
  comes_in text[] := array['exhibits', 'incident_exhibits', 'custody_events', 'timestamps', 'derivatives', 'exposures',
    'first_link_events'];
  taken_back text[] := array['releases', 'authorities', 'handovers', 'first_links'];
begin
  if name <> all (neither || comes_in) then
    execute format('create policy restricted_add on %s as restrictive for insert with check (%s)', t, free);
  end if;
  if name <> all (neither || taken_back) then
    execute format('create policy restricted_change on %s as restrictive for update using (org_id = (select ctx.org()))'
      || ' with check (%s)', t, free);
  end if;
  if name <> all (neither) then
    execute format('create policy restricted_remove on %s as restrictive for delete using (%s)', t, free);
  end if;
end $$;
--> statement-breakpoint
do $$
declare t regclass;
begin
  for t in select a.attrelid::regclass from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attname = 'case_id' and not a.attisdropped loop
    perform ctx.freeze(t);
  end loop;
end $$;
--> statement-breakpoint
-- As before, and a new table of a case is frozen with it.
create or replace function ctx.wall(t regclass, org_column text, seen text, written text, append_only boolean) returns void
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
  if exists (select 1 from pg_attribute a where a.attrelid = t and a.attname = 'case_id' and not a.attisdropped) then
    perform ctx.deny(t);
    perform ctx.freeze(t);
  end if;
end $$;
--> statement-breakpoint
-- Of the case itself: that something happened, and whether somebody is in danger.
create function app.keep_frozen_case() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare passes text[] := array['last_activity_at', 'risk', 'in_danger', 'danger_since'];
begin
  if exists (select 1 from ctx.restricted r where r.case_id = old.id) and old.id in (select ctx.frozen_cases())
    and (to_jsonb(new) - passes) is distinct from (to_jsonb(old) - passes) then
    raise exception 'the case is restricted' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_frozen_case before update on app.cases for each row execute function app.keep_frozen_case();
--> statement-breakpoint
-- An officer gets no file of a restricted case, as of a stopped one; what they took before is theirs.
create or replace function app.packet_held(p_packet uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); r text := ctx.role(); m uuid := ctx.member(); held boolean;
begin
  if r is distinct from 'liaison' then return false; end if;
  perform 1 from app.handovers h where h.org_id = o and h.packet_id = p_packet and h.liaison_id = m;
  if not found then return false; end if;
  perform ctx.put(o, m, 'service');
  select exists (
    select 1 from app.packets p
    join app.image_stops s on s.org_id = o and s.case_id = p.case_id and s.lifted_at is null
    join app.custody_events e on e.org_id = o and e.case_id = p.case_id and e.action = 'exported'
      and starts_with(e.purpose, 'Put in packet ' || p.code || ', version ' || p.version || ',')
    where p.org_id = o and p.id = p_packet)
    or exists (select 1 from app.packets p join ctx.restricted x on x.case_id = p.case_id
      where p.org_id = o and p.id = p_packet) into held;
  perform ctx.put(o, m, r);
  return held;
end $$;
--> statement-breakpoint
-- The key of a request goes with the case that it is tied to.
create or replace function app.keys_of(p_cases uuid[]) returns uuid[] language plpgsql stable set search_path = pg_catalog as $$
declare f record; part uuid[]; found uuid[] := '{}';
begin
  for f in select con.conrelid::regclass as t, a.attname as key_column from pg_constraint con
    join pg_attribute a on a.attrelid = con.conrelid and a.attnum = any (con.conkey) and a.attname <> 'org_id'
    where con.contype = 'f' and con.confrelid = 'app.data_keys'::regclass
      and exists (select 1 from pg_attribute b where b.attrelid = con.conrelid and b.attname = 'case_id' and not b.attisdropped) loop
    execute format('select array_agg(distinct %I) from %s where case_id = any ($1) and %I is not null',
      f.key_column, f.t, f.key_column) into part using p_cases;
    found := found || coalesce(part, '{}');
  end loop;
  select array_agg(c.key_id) into part from app.cases c where c.id = any (p_cases);
  found := found || coalesce(part, '{}');
  return (select coalesce(array_agg(k.id order by k.id), '{}') from app.data_keys k
    where k.id = any (found) and k.purpose in ('case', 'packet', 'annex', 'export', 'rights'));
end $$;
--> statement-breakpoint
-- What a client was given holds all of their cases: it goes whole with each of them, as a folder of everything does.
do $$
declare
  before text := pg_get_functiondef('app.erase_with(uuid, uuid[])'::regprocedure);
  first text := '  perform app.empty_of(''case_id'', own);';
  these text := 'where x.org_id = r.org_id and x.kind = ''organisation'' and x.state not in (''waiting'', ''refused'')';
  those text := 'where x.org_id = r.org_id and ((x.kind = ''organisation'' and x.state not in (''waiting'', ''refused''))'
    || ' or x.client_id = r.erased_id or x.client_id in (select y.client_id from app.cases y where y.id = any (own)))';
begin
  if position(these in before) = 0 or position(first in before) = 0 then
    raise exception 'app.erase_with is not as it was';
  end if;
  -- Such a folder hangs on its request, so it goes before the rows of the case.
  before := replace(before, first, '  delete from app.case_exports x where x.id = any (folders);' || chr(10) || first);
  execute replace(before, these, those);
end $$;
