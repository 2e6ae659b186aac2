-- Questions and outcomes behind the walls of the handover: its officer writes them and reads their own, the people of
-- the case read theirs and answer.
do $$
declare
  mine text := '((select ctx.role() in (''supervisor'', ''service'')) or ((select ctx.role() = ''caseworker'')'
    || ' and case_id in (select ctx.my_cases())))';
  my_handover text := '((select ctx.role() = ''liaison'') and handover_id in (select h.id from app.handovers h))';
  t text;
begin
  foreach t in array array['app.handover_questions', 'app.handover_outcomes'] loop
    perform ctx.wall(t::regclass, 'org_id', mine || ' or ' || my_handover, mine, false);
    execute format('drop policy add on %s', t);
    execute format('create policy add on %s for insert with check (org_id = (select ctx.org()) and %s)', t, my_handover);
    execute format('drop policy remove on %s', t);
    execute format('create policy remove on %s for delete using (false)', t);
  end loop;
end $$;
--> statement-breakpoint
-- What was asked stays as it was asked, and is answered once.
create function app.keep_asked() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.answered_at is not null or (old.id, old.case_id, old.handover_id, old.key_id, old.reason, old.part, old.words,
    old.asked_at, old.asked_by) is distinct from (new.id, new.case_id, new.handover_id, new.key_id, new.reason, new.part,
    new.words, new.asked_at, new.asked_by) then
    raise exception 'a question stays as it was asked and answered' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_asked before update on app.handover_questions for each row execute function app.keep_asked();
--> statement-breakpoint
-- The same for an outcome: that it was seen is noted once, and nothing else of it changes.
create function app.keep_outcome() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.seen_at is not null or (old.id, old.case_id, old.handover_id, old.key_id, old.outcome, old."on", old.note,
    old.recorded_at, old.recorded_by) is distinct from (new.id, new.case_id, new.handover_id, new.key_id, new.outcome,
    new."on", new.note, new.recorded_at, new.recorded_by) then
    raise exception 'an outcome stays as it was recorded' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_outcome before update on app.handover_outcomes for each row execute function app.keep_outcome();
--> statement-breakpoint
-- An officer asks about an exhibit by its code. Which ones went into a version stands in ledgers that they do not see,
-- so the numbers alone are given here, for a packet that they were given.
create function app.packet_exhibits(p_packet uuid) returns integer[]
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); r text := ctx.role(); m uuid := ctx.member(); found_numbers integer[];
begin
  if r is distinct from 'liaison' then return '{}'; end if;
  perform 1 from app.handovers h where h.org_id = o and h.packet_id = p_packet and h.liaison_id = m;
  if not found then return '{}'; end if;
  perform ctx.put(o, m, 'service');
  select coalesce(array_agg(distinct x.number order by x.number), '{}') into found_numbers
  from app.packets p
  join app.custody_events e on e.org_id = o and e.case_id = p.case_id and e.action = 'exported'
    and starts_with(e.purpose, 'Put in packet ' || p.code || ', version ' || p.version || ',')
  join app.exhibits x on x.org_id = o and x.id = e.exhibit_id
  where p.org_id = o and p.id = p_packet;
  perform ctx.put(o, m, r);
  return found_numbers;
end $$;
