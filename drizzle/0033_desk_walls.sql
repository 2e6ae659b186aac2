-- The supervisor's desk behind the walls. What was written stays as it was; only what settles a row is filled in, once.
create function app.keep_rest() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if to_jsonb(old) ->> tg_argv[0] is not null then
    raise exception '% is settled', tg_table_name using errcode = '42501';
  end if;
  if (to_jsonb(new) - tg_argv) is distinct from (to_jsonb(old) - tg_argv) then
    raise exception 'what stands in % stays', tg_table_name using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- `settles`: the column that ends a row; `others`: what may be filled in beside it.
create function ctx.settle_once(t regclass, settles text, variadic others text[]) returns void
language plpgsql set search_path = pg_catalog as $$
declare columns text := (select string_agg(quote_literal(c), ', ') from unnest(settles || others) as c);
begin
  execute format('create trigger keep_rest before update on %s for each row execute function app.keep_rest(%s)', t, columns);
  execute format('drop policy remove on %s', t);
  execute format('create policy remove on %s for delete using (false)', t);
  execute format('create trigger keep before delete on %s for each row execute function ctx.refuse()', t);
  execute format('create trigger keep_all before truncate on %s for each statement execute function ctx.refuse()', t);
end $$;
--> statement-breakpoint
do $$
declare
  people text := '(select ctx.role() in (''caseworker'', ''supervisor'', ''admin'', ''service''))';
  inside text := '(select ctx.role() in (''caseworker'', ''supervisor'', ''service''))';
  staff text := '(select ctx.role() in (''caseworker'', ''supervisor''))';
  supervisor text := '(select ctx.role() in (''supervisor''))';
  admin text := '(select ctx.role() in (''admin''))';
  me text := '(select ctx.member())';
  mine text := '((select ctx.role() in (''supervisor'', ''service'')) or ((select ctx.role() = ''caseworker'')'
    || ' and case_id in (select ctx.my_cases())))';
  asked_by_me text := '(select ctx.role() in (''caseworker'', ''supervisor'')) and asked_by = ' || me;
begin
  perform ctx.wall('app.case_owners', 'org_id', inside, inside, false);
  -- Who is away gives their own cases to a colleague, or a supervisor does it for them; nobody takes cover themselves.
  perform ctx.wall('app.leaves', 'org_id', people,
    staff || ' and (member_id = ' || me || ' or ' || supervisor || ')', false);
  perform ctx.wall('app.case_offers', 'org_id', mine || ' or (' || staff || ' and offered_to = ' || me || ')',
    mine || ' or (' || staff || ' and offered_to = ' || me || ')', false);
  perform ctx.wall('app.assignment_batches', 'org_id', asked_by_me || ' or ' || supervisor, asked_by_me, false);
  perform ctx.wall('app.assignment_rows', 'org_id',
    inside || ' and batch_id in (select b.id from app.assignment_batches b)',
    staff || ' and batch_id in (select b.id from app.assignment_batches b where b.asked_by = ' || me || ')', false);
  perform ctx.wall('app.case_flags', 'org_id', mine, mine, false);
  perform ctx.wall('app.case_reviews', 'org_id', mine, mine, false);
  perform ctx.wall('app.review_replies', 'org_id', mine, mine || ' and said_by = ' || me, true);
  perform ctx.wall('app.member_grants', 'org_id', people, admin, false);
  perform ctx.settle_once('app.leaves', 'ended_at', 'ended_by');
  perform ctx.settle_once('app.case_offers', 'settled_at', 'settled_by', 'state', 'answer');
  perform ctx.settle_once('app.assignment_rows', 'done_at', 'result', 'case_id');
  perform ctx.settle_once('app.case_flags', 'resolved_at', 'resolved_by', 'resolution');
  perform ctx.settle_once('app.case_reviews', 'closed_at', 'closed_by', 'turn');
  perform ctx.settle_once('app.member_grants', 'ended_at', 'ended_by');
  perform ctx.settle_once('app.assignment_batches', 'asked_at', 'asked_by');
end $$;
--> statement-breakpoint
-- A review note is a supervisor's; a caseworker answers it.
drop policy add on app.case_reviews;
--> statement-breakpoint
create policy add on app.case_reviews for insert with check (
  org_id = (select ctx.org()) and (select ctx.role() in ('supervisor')) and written_by = (select ctx.member()));
--> statement-breakpoint
-- Kept by a trigger alone: the application may read it and no more (db/sql/grants.sql).
create function app.keep_case_owner() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.closed_at is null then
    insert into app.case_owners (case_id, org_id, owner_id) values (new.id, new.org_id, new.owner_id)
    on conflict (case_id) do update set owner_id = excluded.owner_id;
  else
    delete from app.case_owners o where o.case_id = new.id and o.org_id = new.org_id;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger keep_case_owner after insert on app.cases for each row execute function app.keep_case_owner();
--> statement-breakpoint
create trigger keep_case_owner_changed after update of owner_id, closed_at on app.cases
  for each row when (old.owner_id is distinct from new.owner_id or old.closed_at is distinct from new.closed_at)
  execute function app.keep_case_owner();
--> statement-breakpoint
alter table app.cases no force row level security;
--> statement-breakpoint
alter table app.case_owners no force row level security;
--> statement-breakpoint
insert into app.case_owners (case_id, org_id, owner_id)
select c.id, c.org_id, c.owner_id from app.cases c where c.closed_at is null;
--> statement-breakpoint
alter table app.case_owners force row level security;
--> statement-breakpoint
alter table app.cases force row level security;
--> statement-breakpoint
-- The cases that this person works on, and the open ones of whoever they cover for on this day.
create or replace function ctx.my_cases() returns setof uuid
language plpgsql stable security definer rows 30 cost 10 set search_path = pg_catalog as $$
begin
  return query select m.case_id from app.case_members m
    where m.org_id = (select ctx.org()) and m.member_id = (select ctx.member());
  return query select o.case_id from app.leaves l
    join app.case_owners o on o.org_id = l.org_id and o.owner_id = l.member_id
    where l.org_id = (select ctx.org()) and l.cover_id = (select ctx.member()) and l.ended_at is null
      and l.starts_at <= transaction_timestamp() and l.ends_at > transaction_timestamp();
end $$;
--> statement-breakpoint
-- As before, and who covers for a colleague is told of matches as they are.
create or replace function app.matches_elsewhere(p_case uuid)
returns table (owner_kind text, owner_id uuid, field text, keeper uuid, cases integer)
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); r text := ctx.role(); m uuid := ctx.member();
begin
  if r is null or r not in ('caseworker', 'supervisor', 'service') then return; end if;
  perform 1 from app.cases c where c.org_id = o and c.id = p_case
    and (r <> 'caseworker' or c.owner_id = m
      or c.id in (select ctx.my_cases()));
  if not found then return; end if;
  perform ctx.put(o, m, 'service');
  return query
    with own as materialized (
      select a.id, 'account'::text as kind from app.accounts a where a.org_id = o and a.case_id = p_case
      union all
      select i.id, 'identifier' from app.identifiers i
      where i.org_id = o and i.case_id = p_case and i.removed_at is null),
    held as materialized (
      select t.token, t.field, t.owner_kind, t.owner_id
      from own join app.search_tokens t on t.org_id = o and t.owner_id = own.id and t.owner_kind = own.kind
      where t.match = 'exact'),
    alike as materialized (
      select h.owner_kind, h.owner_id, h.field, x.owner_kind as their_kind, x.owner_id as their_id
      from held h
      join app.search_tokens x on x.org_id = o and x.token = h.token and x.field = h.field and x.match = 'exact'
        and x.owner_id <> h.owner_id
      where x.owner_kind in ('account', 'identifier'))
    select l.owner_kind, l.owner_id, l.field, c.owner_id, count(distinct c.id)::integer
    from alike l
    left join app.accounts a on l.their_kind = 'account' and a.org_id = o and a.id = l.their_id
    left join app.identifiers i on l.their_kind = 'identifier' and i.org_id = o and i.id = l.their_id
      and i.removed_at is null
    join app.cases c on c.org_id = o and c.id = coalesce(a.case_id, i.case_id) and c.id <> p_case
    group by l.owner_kind, l.owner_id, l.field, c.owner_id;
  perform ctx.put(o, m, r);
end $$;
--> statement-breakpoint
-- Nobody decides on what they asked for themselves, unless an administrator gave them that permission by name.
create function app.keep_decision() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.decided_by is null or new.decided_by <> new.drafted_by then return new; end if;
  if tg_op = 'UPDATE' and (new.decided_by, new.decided_at) is not distinct from (old.decided_by, old.decided_at) then
    return new;
  end if;
  if ctx.role() is distinct from 'supervisor' or ctx.member() is distinct from new.decided_by
    or not exists (select 1 from app.member_grants g where g.org_id = new.org_id and g.member_id = new.decided_by
      and g.permission = 'packet.decide_own' and g.ended_at is null) then
    raise exception 'a second person decides' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_decision before insert or update on app.packets for each row execute function app.keep_decision();
--> statement-breakpoint
-- Such a permission goes to a supervisor, from somebody else.
create function app.keep_grant() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.granted_by is distinct from ctx.member() or new.granted_by = new.member_id
    or not exists (select 1 from app.members m where m.org_id = new.org_id and m.id = new.member_id
      and m.role = 'supervisor' and m.removed_at is null) then
    raise exception 'an administrator grants it to a supervisor' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_grant before insert on app.member_grants for each row execute function app.keep_grant();
