-- Who must never see a client, and who may look at a case for some hours. Both are looked up in every statement, so they
-- stand outside the walls in two small tables that only triggers write and only two functions read.
create table ctx.denied (member_id uuid not null, case_id uuid not null, client_id uuid not null, primary key (member_id, case_id));
--> statement-breakpoint
create index denied_client on ctx.denied (member_id, client_id);
--> statement-breakpoint
create table ctx.looks (look_id uuid primary key, member_id uuid not null, case_id uuid not null, ends_at timestamptz not null);
--> statement-breakpoint
create index looks_member on ctx.looks (member_id);
--> statement-breakpoint
create function ctx.denied_cases() returns setof uuid
language plpgsql stable security definer rows 1 cost 10 set search_path = pg_catalog as $$
declare m uuid := ctx.member();
begin
  return query select d.case_id from ctx.denied d where d.member_id = m;
end $$;
--> statement-breakpoint
create function ctx.denied_clients() returns setof uuid
language plpgsql stable security definer rows 1 cost 10 set search_path = pg_catalog as $$
declare m uuid := ctx.member();
begin
  return query select d.client_id from ctx.denied d where d.member_id = m;
end $$;
--> statement-breakpoint
-- Cases that this person may read now because of an emergency: until an instant of the database's own clock.
create function ctx.looked_cases() returns setof uuid
language plpgsql stable security definer rows 1 cost 10 set search_path = pg_catalog as $$
declare m uuid := ctx.member();
begin
  return query select l.case_id from ctx.looks l where l.member_id = m and l.ends_at > transaction_timestamp();
end $$;
--> statement-breakpoint
-- Restrictive: whatever another policy lets through, this one takes away.
create function ctx.deny(t regclass) returns void language plpgsql set search_path = pg_catalog as $$
begin
  execute format('create policy denied on %s as restrictive for all using'
    || ' (case_id is null or case_id not in (select ctx.denied_cases()))', t);
end $$;
--> statement-breakpoint
-- As before, and what belongs to a case is kept from whoever is denied it.
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
  end if;
end $$;
--> statement-breakpoint
do $$
declare
  t text;
  -- Not for an emergency: secrets, what others decide, what waits to be received, folders and lists.
  kept_back text[] := array['reference_secrets', 'case_offers', 'case_exports', 'import_rows', 'assignment_rows', 'uploads',
    'first_links', 'first_link_events', 'reminders', 'exposures'];
begin
  for t in select c.table_name from information_schema.columns c
    join information_schema.tables x on x.table_schema = c.table_schema and x.table_name = c.table_name
    where c.table_schema = 'app' and c.column_name = 'case_id' and x.table_type = 'BASE TABLE'
      and c.table_name not in ('case_denials', 'emergency_looks', 'emergency_notices')
  loop
    perform ctx.deny(format('app.%I', t)::regclass);
    if t <> all (kept_back) then
      execute format('create policy look on app.%I for select using (org_id = (select ctx.org())'
        || ' and (select ctx.role() = ''caseworker'') and case_id in (select ctx.looked_cases()))', t);
    end if;
  end loop;
end $$;
--> statement-breakpoint
create policy denied on app.cases as restrictive for all using (client_id not in (select ctx.denied_clients()));
--> statement-breakpoint
create policy look on app.cases for select using (org_id = (select ctx.org())
  and (select ctx.role() = 'caseworker') and id in (select ctx.looked_cases()));
--> statement-breakpoint
create policy denied on app.clients as restrictive for all using (id not in (select ctx.denied_clients()));
--> statement-breakpoint
create policy denied on app.search_tokens as restrictive for all using (owner_id not in (select ctx.denied_clients()));
--> statement-breakpoint
-- The log is written for whoever acts; what it says of a case is read by those who may see the case.
create policy denied on audit.entries as restrictive for select using (
  (case_id is null or case_id not in (select ctx.denied_cases())) and subject_id not in (select ctx.denied_clients()));
--> statement-breakpoint
do $$
declare
  staff text := '(select ctx.role() in (''caseworker'', ''supervisor''))';
  wide text := '(select ctx.role() in (''supervisor'', ''service''))';
  supervisor text := '(select ctx.role() in (''supervisor''))';
  me text := '(select ctx.member())';
begin
  -- Nobody reads that they are denied. A caseworker reads and sets it on the cases that they work on.
  perform ctx.wall('app.case_denials', 'org_id', 'member_id is distinct from ' || me || ' and (' || wide
    || ' or (' || staff || ' and client_id in (select c.client_id from app.cases c)))',
    staff || ' and set_by = ' || me || ' and member_id <> ' || me || ' and (' || supervisor
    || ' or case_id in (select ctx.my_cases()))', false);
  execute 'drop policy change on app.case_denials';
  execute format('create policy change on app.case_denials for update using (org_id = (select ctx.org()) and %1$s'
    || ' and member_id <> %2$s) with check (org_id = (select ctx.org()) and %1$s and member_id <> %2$s)', supervisor, me);
  perform ctx.settle_once('app.case_denials', 'lifted_at', 'lifted_by');
  perform ctx.wall('app.emergency_looks', 'org_id',
    wide || ' or asked_by = ' || me || ' or (' || staff || ' and case_id in (select ctx.my_cases()))',
    '(select ctx.role() in (''caseworker'')) and asked_by = ' || me, false);
  execute 'drop policy change on app.emergency_looks';
  execute format('create policy change on app.emergency_looks for update using (org_id = (select ctx.org()) and %1$s)'
    || ' with check (org_id = (select ctx.org()) and %1$s)', supervisor);
  perform ctx.wall('app.emergency_notices', 'org_id', wide || ' or member_id = ' || me, supervisor, false);
  execute 'drop policy change on app.emergency_notices';
  execute format('create policy change on app.emergency_notices for update using (org_id = (select ctx.org()) and member_id = %1$s)'
    || ' with check (org_id = (select ctx.org()) and member_id = %1$s)', me);
  perform ctx.settle_once('app.emergency_notices', 'seen_at', 'seen_at');
end $$;
--> statement-breakpoint
create trigger keep before delete on app.emergency_looks for each row execute function ctx.refuse();
--> statement-breakpoint
-- A denial stands for every case of the client, also those of colleagues whom its maker does not see.
create function app.keep_denial() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role();
begin
  if tg_op = 'UPDATE' then
    if new.lifted_by is distinct from m or new.lifted_at is null then
      raise exception 'a supervisor lifts it in their own name' using errcode = '42501';
    end if;
    delete from ctx.denied d where d.member_id = new.member_id and d.client_id = new.client_id;
    return new;
  end if;
  perform ctx.put(o, m, 'service');
  if new.lifted_at is not null or not exists (
    select 1 from app.cases c where c.org_id = new.org_id and c.id = new.case_id and c.client_id = new.client_id) then
    raise exception 'a denial is set on a case of its client' using errcode = '42501';
  end if;
  -- Held, so that nobody becomes the owner of one of them meanwhile.
  perform 1 from app.cases c where c.org_id = new.org_id and c.client_id = new.client_id order by c.id for update;
  if exists (select 1 from app.cases c where c.org_id = new.org_id and c.client_id = new.client_id
      and c.owner_id = new.member_id and c.closed_at is null) then
    raise exception 'the owner of a case cannot be kept from it' using errcode = '42501';
  end if;
  insert into ctx.denied (member_id, case_id, client_id)
  select new.member_id, c.id, c.client_id from app.cases c where c.org_id = new.org_id and c.client_id = new.client_id;
  delete from ctx.looks l using ctx.denied d
  where l.member_id = new.member_id and d.member_id = new.member_id and d.case_id = l.case_id;
  perform ctx.put(o, m, r);
  return new;
end $$;
--> statement-breakpoint
create trigger keep_denial before insert or update on app.case_denials for each row execute function app.keep_denial();
--> statement-breakpoint
-- A later case of the same client is kept from them too.
create function app.keep_denied() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into ctx.denied (member_id, case_id, client_id)
  select distinct d.member_id, new.id, d.client_id from ctx.denied d where d.client_id = new.client_id
  on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create index denied_of_client on ctx.denied (client_id);
--> statement-breakpoint
create trigger keep_denied after insert on app.cases for each row execute function app.keep_denied();
--> statement-breakpoint
-- Nobody gives them the case, asks them to take it, or hands them a packet of it. The columns: who, and which case.
create function app.keep_denied_out() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare who uuid := (to_jsonb(new) ->> tg_argv[0])::uuid; which uuid := (to_jsonb(new) ->> tg_argv[1])::uuid;
begin
  if exists (select 1 from ctx.denied d where d.member_id = who
      and (d.case_id = which or (tg_table_name = 'cases' and d.client_id = (to_jsonb(new) ->> 'client_id')::uuid))) then
    raise exception 'this person must not see the case' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_denied_out before insert or update of owner_id on app.cases
  for each row execute function app.keep_denied_out('owner_id', 'id');
--> statement-breakpoint
create trigger keep_denied_out before insert on app.case_members
  for each row execute function app.keep_denied_out('member_id', 'case_id');
--> statement-breakpoint
create trigger keep_denied_out before insert on app.case_offers
  for each row execute function app.keep_denied_out('offered_to', 'case_id');
--> statement-breakpoint
create trigger keep_denied_out before insert on app.handovers
  for each row execute function app.keep_denied_out('liaison_id', 'case_id');
--> statement-breakpoint
create trigger keep_denied_out before insert on app.first_links
  for each row execute function app.keep_denied_out('liaison_id', 'case_id');
--> statement-breakpoint
-- They are not reminded of it either: such a reminder is left out, and the others of the round are made.
create function app.leave_denied_out() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from ctx.denied d where d.member_id = new.member_id and d.case_id = new.case_id) then
    return null;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger leave_denied_out before insert on app.reminders for each row execute function app.leave_denied_out();
--> statement-breakpoint
-- For jobs, which act for nobody: the cases that one member must not see.
create function ctx.denied_to(p_member uuid) returns setof uuid
language plpgsql stable security definer rows 1 cost 10 set search_path = pg_catalog as $$
begin
  if ctx.role() is distinct from 'service' then return; end if;
  return query select d.case_id from ctx.denied d join app.members m on m.id = d.member_id and m.org_id = ctx.org()
    where d.member_id = p_member;
end $$;
--> statement-breakpoint
-- Which case is meant is found here, because whoever asks does not see it. No such case, and one that is denied to them,
-- look alike.
create function app.keep_look() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role(); at timestamptz := transaction_timestamp();
begin
  if tg_op = 'INSERT' then
    if new.state <> 'waiting' or new.decided_by is not null or new.ends_at is not null or new.ended_at is not null then
      raise exception 'a look begins as a question' using errcode = '42501';
    end if;
    perform ctx.put(o, m, 'service');
    select c.id into new.case_id from app.cases c where c.org_id = o and c.code = new.code;
    perform ctx.put(o, m, r);
    return new;
  end if;
  if (old.id, old.org_id, old.code, old.case_id, old.key_id, old.reason, old.asked_by, old.asked_at)
    is distinct from (new.id, new.org_id, new.code, new.case_id, new.key_id, new.reason, new.asked_by, new.asked_at) then
    raise exception 'what was asked for stays' using errcode = '42501';
  end if;
  if old.state = 'waiting' and new.state in ('released', 'refused') then
    if new.decided_by is distinct from m or m = old.asked_by or new.decided_at is null or new.ended_at is not null
      or (new.state = 'refused') <> (new.ends_at is null) or (new.state = 'released' and new.case_id is null)
      or new.ends_at > at + interval '4 hours 1 minute' then
      raise exception 'a second person releases it, for four hours' using errcode = '42501';
    end if;
    if new.state = 'released' and exists (
      select 1 from ctx.denied d where d.member_id = new.asked_by and d.case_id = new.case_id) then
      raise exception 'this person must not see the case' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.state = 'released' and new.state = 'ended' and new.ended_by = m and new.ended_at is not null
    and (old.decided_by, old.decided_at, old.ends_at) is not distinct from (new.decided_by, new.decided_at, new.ends_at) then
    delete from ctx.looks l where l.look_id = new.id;
    return new;
  end if;
  raise exception 'this look is settled' using errcode = '42501';
end $$;
--> statement-breakpoint
create trigger keep_look before insert or update on app.emergency_looks for each row execute function app.keep_look();
--> statement-breakpoint
-- The notice to the owner is what opens the look: nothing is shown before they were told.
create function app.open_look() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare l app.emergency_looks%rowtype; o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role();
begin
  perform ctx.put(o, m, 'service');
  select * into l from app.emergency_looks x where x.org_id = new.org_id and x.id = new.look_id;
  if l.state is distinct from 'released' or l.case_id is distinct from new.case_id or new.seen_at is not null
    or not exists (select 1 from app.cases c where c.org_id = o and c.id = new.case_id and c.owner_id = new.member_id) then
    raise exception 'the owner of the case is told of a released look' using errcode = '42501';
  end if;
  insert into ctx.looks (look_id, member_id, case_id, ends_at) values (l.id, l.asked_by, l.case_id, l.ends_at);
  perform ctx.put(o, m, r);
  return null;
end $$;
--> statement-breakpoint
create trigger open_look after insert on app.emergency_notices for each row execute function app.open_look();
