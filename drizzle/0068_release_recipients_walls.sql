-- Whom a release of information covers is decided by ids alone: a row that names the officer, on a release in force.
do $$
declare
  mine text := '((select ctx.role() in (''supervisor'', ''service'')) or ((select ctx.role() = ''caseworker'')'
    || ' and case_id in (select ctx.my_cases())))';
  own text := '((select ctx.role() = ''service'') or confirmed_by = (select ctx.member()))';
begin
  perform ctx.wall('app.release_recipients', 'org_id', mine, mine || ' and ' || own, true);
  perform ctx.let_erase('app.release_recipients', 'case_id');
  perform ctx.wall('app.recalls', 'org_id', mine, mine, false);
  perform ctx.let_erase('app.recalls', 'case_id');
  -- A restriction does not keep anybody from getting copies back.
  drop policy restricted_add on app.recalls;
  drop policy restricted_change on app.recalls;
end $$;
--> statement-breakpoint
create policy look on app.release_recipients for select using (org_id = (select ctx.org())
  and (select ctx.role() = 'caseworker') and case_id in (select ctx.looked_cases()));
--> statement-breakpoint
create policy look on app.recalls for select using (org_id = (select ctx.org())
  and (select ctx.role() = 'caseworker') and case_id in (select ctx.looked_cases()));
--> statement-breakpoint
create trigger keep_denied_out before insert on app.release_recipients
  for each row execute function app.keep_denied_out('member_id', 'case_id');
--> statement-breakpoint
-- Only an officer whose entry counts is named, on a release of the same case that stands, and never beyond its last day,
-- wherever that day ends last.
create function app.keep_recipient() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if ctx.role() is null or ctx.role() = 'service' then return new; end if;
  perform 1 from app.releases r where r.org_id = new.org_id and r.id = new.release_id and r.case_id = new.case_id
    and r.revoked_at is null and new.ends_at <= (r.expires_on + 1)::timestamp at time zone 'UTC' + interval '12 hours';
  if not found then raise exception 'no such release in force' using errcode = '42501'; end if;
  perform 1 from app.liaisons l join app.members m on m.org_id = l.org_id and m.id = l.member_id and m.removed_at is null
  where l.org_id = new.org_id and l.member_id = new.member_id and (l.confirmed_at is not null or l.from_before);
  if not found then raise exception 'the officer is not confirmed' using errcode = '42501'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_recipient before insert on app.release_recipients for each row execute function app.keep_recipient();
--> statement-breakpoint
-- What the client signed stays: it is revoked once, and what an older one covers is said once.
create function app.keep_release() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if ctx.role() is null then return new; end if;
  if (to_jsonb(new) - array['revoked_at', 'revoked_reason', 'covers'])
      is distinct from (to_jsonb(old) - array['revoked_at', 'revoked_reason', 'covers'])
    or (old.revoked_at is not null and (new.revoked_at, new.revoked_reason) is distinct from (old.revoked_at, old.revoked_reason))
    or (old.covers is not null and new.covers is distinct from old.covers) then
    raise exception 'a release stays as it was signed' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_release before update on app.releases for each row execute function app.keep_release();
--> statement-breakpoint
create function app.keep_recall() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if ctx.role() is null or ctx.role() = 'service' then return new; end if;
  if tg_op = 'INSERT' then
    if new.made_by is distinct from ctx.member() or new.settled_at is not null or new.outcome is not null
      or (new.handover_id is null) = (new.dispatch_id is null) then
      raise exception 'a recall is made open, of one copy' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.settled_at is not null or new.settled_by is distinct from ctx.member() or new.settled_at is null or new.outcome is null
    or (to_jsonb(new) - array['outcome', 'settled_by', 'settled_at'])
      is distinct from (to_jsonb(old) - array['outcome', 'settled_by', 'settled_at']) then
    raise exception 'a recall is settled once' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_recall before insert or update on app.recalls for each row execute function app.keep_recall();
--> statement-breakpoint
-- Whether the client lets an officer have a version at an instant. Runs as the service. `covered`; `unnamed` when no release
-- of the case names them; `revoked` or `expired` when the last one that did is over; `narrow` when what stands is not all.
create function ctx.cover(o uuid, p_packet uuid, p_member uuid, p_identity boolean, p_at timestamptz) returns text
language plpgsql stable set search_path = pg_catalog as $$
declare p app.packets%rowtype; every boolean; listed integer[]; known boolean; stands boolean; bare boolean; ended text;
begin
  select * into p from app.packets x where x.org_id = o and x.id = p_packet;
  if not found then return 'unnamed'; end if;
  select coalesce(bool_or((r.covers ->> 'allExhibits')::boolean), false), coalesce(bool_or((r.covers ->> 'identity')::boolean), false),
    count(*) > 0,
    coalesce((select array_agg(distinct e::integer) from app.release_recipients n2 join app.releases r2 on r2.id = n2.release_id,
      jsonb_array_elements_text(r2.covers -> 'exhibits') e where n2.org_id = o and n2.case_id = p.case_id and n2.member_id = p_member
      and r2.org_id = o and n2.ends_at > p_at and (r2.revoked_at is null or r2.revoked_at > p_at)
      and r2.signed_on <= (p_at at time zone 'UTC' + interval '14 hours')::date), '{}')
  into every, known, stands, listed
  from app.release_recipients n join app.releases r on r.org_id = o and r.id = n.release_id
  where n.org_id = o and n.case_id = p.case_id and n.member_id = p_member and n.ends_at > p_at
    and (r.revoked_at is null or r.revoked_at > p_at) and r.signed_on <= (p_at at time zone 'UTC' + interval '14 hours')::date;
  bare := not stands or (p_identity and not known);
  if not bare and not every then
    select exists (select 1 from app.custody_events e join app.exhibits x on x.org_id = o and x.id = e.exhibit_id
      where e.org_id = o and e.case_id = p.case_id and e.action = 'exported'
        and starts_with(e.purpose, 'Put in packet ' || p.code || ', version ' || p.version || ',')
        and x.number <> all (listed)) into bare;
  end if;
  if not bare then return 'covered'; end if;
  select case when r.revoked_at <= p_at then 'revoked' else 'expired' end into ended
  from app.release_recipients n join app.releases r on r.org_id = o and r.id = n.release_id
  where n.org_id = o and n.case_id = p.case_id and n.member_id = p_member and (r.revoked_at <= p_at or n.ends_at <= p_at)
  order by r.number desc limit 1;
  return coalesce(ended, case when stands then 'narrow' else 'unnamed' end);
end $$;
--> statement-breakpoint
-- The one question that every way out asks. Staff ask about packets that they see, an officer about their own.
create function app.cover_of(p_packet uuid, p_member uuid, p_identity boolean default false, p_at timestamptz default null)
returns text language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); r text := ctx.role(); m uuid := ctx.member(); said text;
begin
  if r is null or r not in ('caseworker', 'supervisor', 'service', 'liaison') then return 'unnamed'; end if;
  if r = 'liaison' then
    if p_member is distinct from m then return 'unnamed'; end if;
    perform 1 from app.handovers h where h.org_id = o and h.packet_id = p_packet and h.liaison_id = m;
  else
    perform 1 from app.packets p where p.org_id = o and p.id = p_packet;
  end if;
  if not found then return 'unnamed'; end if;
  perform ctx.put(o, m, 'service');
  said := ctx.cover(o, p_packet, p_member, p_identity, coalesce(p_at, transaction_timestamp()));
  perform ctx.put(o, m, r);
  return said;
end $$;
--> statement-breakpoint
-- Nothing is handed over, sent on paper or offered by a link that the client does not let this officer have. The functions
-- of the door and the jobs, which act as the service, ask for themselves.
create function app.keep_covered() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  annex boolean := coalesce((to_jsonb(new) ->> 'with_annex')::boolean, false); at timestamptz;
begin
  if ctx.role() is null or ctx.role() = 'service' then return new; end if;
  if tg_op = 'UPDATE' then
    if not annex or new.annex_until is not distinct from old.annex_until or new.annex_until <= transaction_timestamp() then
      return new;
    end if;
  end if;
  at := (to_jsonb(new) ->> 'sent_at')::timestamptz;
  if new.liaison_id is null or app.cover_of(new.packet_id, new.liaison_id, annex, at) <> 'covered' then
    raise exception 'no release of the client names this officer' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_covered before insert or update on app.handovers for each row execute function app.keep_covered();
--> statement-breakpoint
create trigger keep_covered before insert on app.dispatches for each row execute function app.keep_covered();
--> statement-breakpoint
create trigger keep_covered before insert on app.first_links for each row execute function app.keep_covered();
--> statement-breakpoint
-- As before, and only while the client lets this officer have it: the files, and with them their keys, are closed to an
-- officer at the moment in which a release is revoked or over.
do $$
declare
  mine text := '((select ctx.role() in (''supervisor'', ''service'')) or ((select ctx.role() = ''caseworker'')'
    || ' and case_id in (select ctx.my_cases())))';
  given text := '((select ctx.role() = ''liaison'') and part <> ''withdrawn_copy'' and packet_id in (select h.packet_id'
    || ' from app.handovers h where packet_parts.part <> ''annex'''
    || ' or (h.with_annex and h.annex_until > transaction_timestamp()))'
    || ' and app.cover_of(packet_id, ctx.member(), part = ''annex'') = ''covered'')';
begin
  drop policy see on app.packet_parts;
  execute format('create policy see on app.packet_parts for select using (org_id = (select ctx.org()) and (%s or %s))',
    mine, given);
end $$;
--> statement-breakpoint
drop policy see on app.data_keys;
--> statement-breakpoint
create policy see on app.data_keys for select using (org_id = (select ctx.org()) and (
  ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and purpose <> 'signing')
  or ((select ctx.role() in ('admin', 'service')) and purpose = 'signing')
  or ((select ctx.role() = 'liaison') and purpose in ('packet', 'annex')
    and (exists (select 1 from app.packets p where p.file_key_id = data_keys.id and app.cover_of(p.id, ctx.member()) = 'covered')
      or exists (select 1 from app.packet_parts x where x.key_id = data_keys.id)))));
--> statement-breakpoint
-- As before, and a link is closed while no release lets its officer have the packet. One that was closed for that says so.
create or replace function ctx.state_of_first_link(l app.first_links) returns text
language plpgsql set search_path = pg_catalog as $$
declare p app.packets%rowtype; cover text := ctx.cover(l.org_id, l.packet_id, l.liaison_id, false, clock_timestamp());
begin
  if l.revoked_at is not null then return case when cover = 'revoked' then 'uncovered' else 'revoked' end; end if;
  if l.released_at is null then return 'waiting'; end if;
  if l.expires_at <= clock_timestamp() then return 'expired'; end if;
  select * into p from app.packets x where x.org_id = l.org_id and x.id = l.packet_id;
  if p.status = 'withdrawn' then return 'withdrawn'; end if;
  if p.status not in ('approved', 'handed_over') then return 'waiting'; end if;
  perform 1 from app.packets q where q.org_id = p.org_id and q.case_id = p.case_id and q.number = p.number
    and q.version > p.version and q.status in ('approved', 'handed_over');
  if found then return 'replaced'; end if;
  perform 1 from app.liaisons o join app.members m on m.org_id = o.org_id and m.id = o.member_id
  where o.org_id = l.org_id and o.member_id = l.liaison_id and o.confirmed_at is not null and m.removed_at is null;
  if not found then return 'unconfirmed'; end if;
  return case when cover = 'covered' then 'open' else 'uncovered' end;
end $$;
