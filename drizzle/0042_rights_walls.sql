-- Keeping, erasing and breaches behind the same walls.
do $$
declare
  inside text := '(select ctx.role() in (''caseworker'', ''supervisor'', ''service''))';
  wide text := '(select ctx.role() in (''supervisor'', ''service''))';
  supervisor text := '(select ctx.role() in (''supervisor''))';
  me text := '(select ctx.member())';
  mine text := '((select ctx.role() in (''supervisor'', ''service'')) or ((select ctx.role() = ''caseworker'')'
    || ' and case_id in (select ctx.my_cases())))';
begin
  perform ctx.wall('app.holds', 'org_id', mine, supervisor, false);
  perform ctx.wall('app.retention_changes', 'org_id', mine, supervisor || ' and changed_by = ' || me, true);
  perform ctx.wall('app.erasure_requests', 'org_id', wide, wide, false);
  -- Who worked on a case is told that it was erased; the rest is for supervisors.
  perform ctx.wall('app.erasures', 'org_id', wide || ' or (' || inside || ' and ' || me || ' = any (seers))',
    '(select ctx.role() in (''service''))', true);
  perform ctx.wall('app.breaches', 'org_id', supervisor, supervisor, false);
  perform ctx.wall('app.breach_notices', 'org_id', wide, wide, false);
  perform ctx.settle_once('app.holds', 'lifted_at', 'lifted_by', 'lift_reason');
end $$;
--> statement-breakpoint
-- What is being erased in this transaction, for app.erase alone: to everybody else nothing is.
create function ctx.erasing() returns setof uuid language plpgsql stable set search_path = pg_catalog as $$
begin
  if current_user <> (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = 'app.erasures'::regclass) then
    return;
  end if;
  return query select x from app.erasure_requests r, unnest(r.erased_id || r.also) x
    where r.org_id = ctx.org() and r.state = 'released' and r.decided_by <> r.asked_by;
end $$;
--> statement-breakpoint
-- A ledger loses a row only while the case or client is erased that it is about; the log never does.
create or replace function ctx.refuse() returns trigger language plpgsql set search_path = pg_catalog as $$
declare o jsonb;
begin
  if tg_op = 'DELETE' and tg_level = 'ROW' and tg_table_schema = 'app'
    and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = 'app.erasures'::regclass) then
    o := to_jsonb(old);
    if (o ->> 'case_id')::uuid in (select ctx.erasing()) or (o ->> 'client_id')::uuid in (select ctx.erasing()) then
      return old;
    end if;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
--> statement-breakpoint
-- Lets app.erase take the rows of an erased case or client out of a table, whatever else its policy refuses.
create function ctx.let_erase(t regclass, variadic columns text[]) returns void
language plpgsql set search_path = pg_catalog as $$
declare before text; those text;
begin
  select pg_get_expr(p.polqual, p.polrelid) into before from pg_policy p where p.polrelid = t and p.polname = 'remove';
  select string_agg(format('%I in (select ctx.erasing())', c), ' or ') into those from unnest(columns) c;
  execute format('alter policy remove on %s using ((%s) or (org_id = (select ctx.org()) and (%s)))', t, before, those);
end $$;
--> statement-breakpoint
do $$
declare t record;
begin
  for t in select c.oid::regclass as name, array_agg(a.attname::text) as columns from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attname in ('case_id', 'client_id')
      and c.oid <> 'app.cases'::regclass group by c.oid loop
    perform ctx.let_erase(t.name, variadic t.columns);
  end loop;
  perform ctx.let_erase('app.search_tokens', 'owner_id');
end $$;
--> statement-breakpoint
-- The job that erases a case has to see whom it was given to in one go.
do $$
declare before text := (select pg_get_expr(p.polqual, p.polrelid) from pg_policy p
  where p.polrelid = 'app.assignment_batches'::regclass and p.polname = 'see');
begin
  execute format('alter policy see on app.assignment_batches using ((%s) or (org_id = (select ctx.org())'
    || ' and (select ctx.role() in (''service''))))', before);
end $$;
--> statement-breakpoint
-- Nobody writes a released request: two people make one, and what it takes along is found by app.erase.
create function app.keep_erasure_request() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = 'app.erasures'::regclass) then
    return new;
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'waiting' or new.asked_by is distinct from ctx.member() or ctx.role() <> 'supervisor'
      or new.decided_by is not null or new.also <> '{}' or new.erased_at is not null or new.done_at is not null then
      raise exception 'a supervisor asks, another releases' using errcode = '42501';
    end if;
    return new;
  end if;
  if (to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'done_at'])
    is distinct from (to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'done_at']) then
    raise exception 'what was asked stays' using errcode = '42501';
  end if;
  if old.state = 'waiting' and new.state in ('released', 'refused') and ctx.role() = 'supervisor'
    and new.decided_by = ctx.member() and new.done_at is null
    and (new.state = 'refused' or new.decided_by <> new.asked_by) then
    return new;
  end if;
  if (new.decided_by, new.decided_at) is not distinct from (old.decided_by, old.decided_at) and ctx.role() = 'service'
    and ((old.state = 'released' and new.state = 'stopped') or (old.state = 'erased' and new.state = 'done')) then
    return new;
  end if;
  raise exception 'a supervisor asks, another releases' using errcode = '42501';
end $$;
--> statement-breakpoint
create trigger keep_erasure_request before insert or update on app.erasure_requests
  for each row execute function app.keep_erasure_request();
--> statement-breakpoint
create trigger keep before delete on app.erasure_requests for each row execute function ctx.refuse();
--> statement-breakpoint
-- No case that is held is erased, whoever asks.
create function app.refuse_held() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select 1 from app.holds h where h.org_id = old.org_id and h.case_id = old.id and h.lifted_at is null) then
    raise exception 'the case is held' using errcode = '42501';
  end if;
  return old;
end $$;
--> statement-breakpoint
create trigger refuse_held before delete on app.cases for each row execute function app.refuse_held();
--> statement-breakpoint
-- Every table with a column `case_id` (or `client_id`) loses its rows. What hangs on another goes first, in whichever
-- order the foreign keys allow.
create function app.empty_of(p_column text, p_ids uuid[]) returns void language plpgsql set search_path = pg_catalog as $$
declare t regclass; n bigint; moved bigint; waits integer;
begin
  loop
    moved := 0; waits := 0;
    for t in select a.attrelid::regclass from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attname = p_column and not a.attisdropped
        and c.oid <> 'app.cases'::regclass loop
      begin
        execute format('delete from %s where %I = any ($1)', t, p_column) using p_ids;
        get diagnostics n = row_count;
        moved := moved + n;
      exception when foreign_key_violation then waits := waits + 1;
      end;
    end loop;
    exit when waits = 0;
    if moved = 0 then raise exception 'rows of an erased record hang on others' using errcode = '55000'; end if;
  end loop;
end $$;
--> statement-breakpoint
-- The keys that only these cases use: their own, those of their packets and annexes, of folders they lie in.
create function app.keys_of(p_cases uuid[]) returns uuid[] language plpgsql stable set search_path = pg_catalog as $$
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
    where k.id = any (found) and k.purpose in ('case', 'packet', 'annex', 'export'));
end $$;
--> statement-breakpoint
-- Erases what one supervisor asked for and another released: keys, rows, and what finds them. One transaction: all or
-- nothing. Asked again, it says which keys went. The log stays, and says ids and kinds. `p_keys` went with it before.
create function app.erase_with(p_request uuid, p_keys uuid[]) returns uuid[]
language plpgsql set search_path = pg_catalog as $$
declare
  r app.erasure_requests%rowtype; own uuid[]; client uuid; lists uuid[]; folders uuid[]; owners uuid[];
  keys uuid[] := '{}'; shared uuid[]; c record; at timestamptz := clock_timestamp(); part uuid[];
begin
  if ctx.role() is distinct from 'service' then raise exception 'a job erases' using errcode = '42501'; end if;
  select * into r from app.erasure_requests x where x.id = p_request and x.org_id = ctx.org() for update;
  if r.state in ('erased', 'done') then
    return (select coalesce(array_agg(k), '{}') from app.erasures e, unnest(e.key_ids) k where e.request_id = r.id);
  end if;
  if r.id is null or r.state <> 'released' or r.decided_by = r.asked_by then
    raise exception 'two people release an erasure' using errcode = '42501';
  end if;
  -- Locked in one order, so that nobody opens, holds or changes one meanwhile.
  if r.of = 'client' then
    select x.id into client from app.clients x where x.id = r.erased_id for update;
    select coalesce(array_agg(s.id), '{}') into own
      from (select x.id from app.cases x where x.client_id = client order by x.id for update) s;
  else
    select coalesce(array_agg(s.id), '{}') into own
      from (select x.id from app.cases x where x.id = r.erased_id for update) s;
    if r.with_client then
      select x.id into client from app.clients x
        where x.id = (select y.client_id from app.cases y where y.id = r.erased_id) for update;
      if exists (select 1 from app.cases y where y.client_id = client and y.id <> r.erased_id) then client := null; end if;
    end if;
  end if;
  if own = '{}' and client is null then raise exception 'nothing to erase' using errcode = '02000'; end if;
  if exists (select 1 from app.holds h where h.case_id = any (own) and h.lifted_at is null) then
    raise exception 'the case is held' using errcode = '42501';
  end if;
  -- A list that a case came in holds its row, and a folder of everything holds the case: both go whole, with their keys.
  select coalesce(array_agg(distinct i.import_id), '{}') into lists from app.import_rows i where i.case_id = any (own);
  if exists (select 1 from app.imports i where i.id = any (lists) and i.state in ('reading', 'checking', 'running')) then
    raise exception 'a list is at work' using errcode = '55000';
  end if;
  select coalesce(array_agg(x.id), '{}') into folders from app.case_exports x
    where x.org_id = r.org_id and x.kind = 'organisation' and x.state not in ('waiting', 'refused');
  update app.erasure_requests x set also = array_remove(own || lists || folders || client, null) where x.id = r.id;
  select coalesce(array_agg(k), '{}') into shared from (
    select i.key_id as k from app.imports i where i.id = any (lists)
    union select x.key_id from app.case_exports x where x.id = any (folders)) s
    where exists (select 1 from app.data_keys d where d.id = s.k and d.purpose in ('import', 'export'));

  for c in select x.id, x.code from app.cases x where x.id = any (own) loop
    part := array(select distinct k from unnest(app.keys_of(array[c.id]) || shared || p_keys) k);
    keys := keys || part;
    insert into app.erasures (id, org_id, request_id, of, erased_id, code, key_ids, ground, asked_by, released_by, at, seers)
    values (gen_random_uuid(), r.org_id, r.id, 'case', c.id, c.code, part, r.ground, r.asked_by, r.decided_by, at,
      (select coalesce(array_agg(distinct m), '{}') from (
        select y.member_id as m from app.case_members y where y.case_id = c.id
        union select y.owner_id from app.cases y where y.id = c.id) s));
  end loop;
  if client is not null then
    part := array(select distinct k from unnest((select array[x.key_id] from app.clients x where x.id = client) || p_keys) k);
    keys := keys || part;
    insert into app.erasures (id, org_id, request_id, of, erased_id, code, key_ids, ground, asked_by, released_by, at, seers)
    select gen_random_uuid(), r.org_id, r.id, 'client', x.id, x.code, part, r.ground, r.asked_by, r.decided_by, at,
      array[x.registered_by] from app.clients x where x.id = client;
  end if;

  select coalesce(array_agg(o), '{}') into owners from (
    select a.id as o from app.accounts a where a.case_id = any (own)
    union select i.id from app.identifiers i where i.case_id = any (own)) s;
  update app.erasure_requests x set also = x.also || owners where x.id = r.id;
  delete from app.search_tokens s where s.owner_id = any (array_remove(owners || client, null));
  delete from auth.packet_numbers n where n.packet_id in (select p.id from app.packets p where p.case_id = any (own));
  delete from auth.first_secrets n where n.link_id in (select l.id from app.first_links l where l.case_id = any (own));
  perform app.empty_of('case_id', own);
  delete from app.import_rows i where i.import_id = any (lists);
  delete from app.imports i where i.id = any (lists);
  delete from app.case_exports x where x.id = any (folders);
  delete from app.cases x where x.id = any (own);
  if client is not null then
    perform app.empty_of('client_id', array[client]);
    delete from app.clients x where x.id = client;
  end if;
  update app.data_keys k set wrapped = '' where k.id = any (keys);
  delete from app.data_keys k where k.id = any (keys);
  update app.erasure_requests x set state = 'erased', erased_at = at, reason = null where x.id = r.id;
  return keys;
end $$;
--> statement-breakpoint
create function app.erase(p_request uuid) returns uuid[] language sql security definer set search_path = pg_catalog
as $$ select app.erase_with(p_request, '{}') $$;
--> statement-breakpoint
-- For whoever restores an older backup, as the owner: erases again what the ledger of a newer day says was erased.
create function app.erase_again(p jsonb) returns boolean language plpgsql set search_path = pg_catalog as $$
declare o uuid := (p ->> 'org')::uuid; what uuid := (p ->> 'id')::uuid; request uuid := gen_random_uuid(); k uuid;
begin
  perform ctx.put(o, null, 'service');
  if exists (select 1 from app.erasures e where e.org_id = o and e.erased_id = what) then return false; end if;
  if p ->> 'of' = 'case' then select c.key_id into k from app.cases c where c.org_id = o and c.id = what;
  else select c.key_id into k from app.clients c where c.org_id = o and c.id = what;
  end if;
  if k is null then return false; end if;
  insert into app.erasure_requests (id, org_id, of, erased_id, code, ground, key_id, state, also, asked_by, asked_at, decided_by, decided_at)
  values (request, o, p ->> 'of', what, p ->> 'code', p ->> 'ground', k, 'released',
    array(select c.id from app.cases c where c.org_id = o and c.client_id = what), (p ->> 'askedBy')::uuid,
    (p ->> 'at')::timestamptz, (p ->> 'releasedBy')::uuid, (p ->> 'at')::timestamptz);
  -- Whoever restored has decided already that no hold of an older day stands in the way.
  delete from app.holds h where h.org_id = o and h.case_id in (select ctx.erasing());
  perform app.erase_with(request, array(select x::uuid from jsonb_array_elements_text(p -> 'keys') x));
  perform audit.append('erasure.done_again', request, null, '{}'::jsonb);
  return true;
end $$;
--> statement-breakpoint
-- What lay on the page of a destroyed key is swept at once, not when a fifth of the table has changed.
alter table app.data_keys set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 0);
--> statement-breakpoint
-- A notice is marked as sent only as it was reviewed; whoever marks it says so in their own name.
create function app.keep_breach_notice() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if new.reviewed_at is not null or new.sent_on is not null then
      raise exception 'a notice is reviewed before it is sent' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.sent_on is not null then raise exception 'a notice that was sent stays' using errcode = '42501'; end if;
  if new.sent_on is not null and (old.reviewed_at is null or new.sent_by is distinct from ctx.member()
    or (new.words, new.reviewed_at, new.reviewed_by) is distinct from (old.words, old.reviewed_at, old.reviewed_by)) then
    raise exception 'a notice is reviewed before it is sent' using errcode = '42501';
  end if;
  if new.reviewed_at is not null and new.reviewed_at is distinct from old.reviewed_at
    and (new.reviewed_by is distinct from ctx.member() or new.words is null) then
    raise exception 'a review is of whoever makes it' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_breach_notice before insert or update on app.breach_notices
  for each row execute function app.keep_breach_notice();
--> statement-breakpoint
create policy denied on app.breach_notices as restrictive for all using (client_id not in (select ctx.denied_clients()));
