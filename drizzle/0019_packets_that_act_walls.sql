-- The parts and the history of a packet behind the same walls. An officer sees the annex only when it was given to them.
do $$
declare
  wide text := '(select ctx.role() in (''supervisor'', ''service''))';
  caseworker text := '(select ctx.role() = ''caseworker'')';
  liaison text := '(select ctx.role() = ''liaison'')';
  service text := '(select ctx.role() = ''service'')';
  keepers text := '(select ctx.role() in (''admin'', ''service''))';
  mine text := '(' || wide || ' or (' || caseworker || ' and case_id in (select ctx.my_cases())))';
  given text := '(' || liaison || ' and packet_id in (select h.packet_id from app.handovers h where packet_parts.part <> ''annex'''
    || ' or h.with_annex))';
begin
  perform ctx.wall('app.packet_parts', 'org_id', mine || ' or ' || given, service, false);
  perform ctx.wall('app.packet_events', 'org_id', mine, mine, true);
  perform ctx.wall('app.signing_keys', 'org_id', 'true', keepers, false);
end $$;
--> statement-breakpoint
-- An officer opens the files of the packets that they were given, each under its own key. The key that signs is for the
-- worker and the administrator.
drop policy see on app.data_keys;
--> statement-breakpoint
create policy see on app.data_keys for select using (org_id = (select ctx.org()) and (
  ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and purpose <> 'signing')
  or ((select ctx.role() in ('admin', 'service')) and purpose = 'signing')
  or ((select ctx.role() = 'liaison') and purpose in ('packet', 'annex')
    and (id in (select p.file_key_id from app.packets p) or id in (select x.key_id from app.packet_parts x)))));
--> statement-breakpoint
-- Which organisation a packet number belongs to. It lies outside the walls: whoever checks a number is not known.
create table auth.packet_numbers (packet_id uuid primary key, org_id uuid not null, code text not null);
--> statement-breakpoint
create index packet_numbers_code on auth.packet_numbers (code);
--> statement-breakpoint
create function auth.index_packet() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into auth.packet_numbers (packet_id, org_id, code) values (new.id, new.org_id, new.code);
  return new;
end $$;
--> statement-breakpoint
create trigger index_packet after insert on app.packets for each row execute function auth.index_packet();
--> statement-breakpoint
alter table app.packets no force row level security;
--> statement-breakpoint
insert into auth.packet_numbers (packet_id, org_id, code) select p.id, p.org_id, p.code from app.packets p;
--> statement-breakpoint
alter table app.packets force row level security;
--> statement-breakpoint
-- What anybody may learn of a packet number: hashes and days of the versions that were approved, and nothing else.
create function ctx.check_packet_number(p_code text)
returns table (version integer, sha256 text, built_at timestamptz, approved_at timestamptz, withdrawn_at timestamptz,
  replaced_by integer)
language plpgsql security definer set search_path = pg_catalog as $$
declare n record;
begin
  for n in select x.packet_id, x.org_id from auth.packet_numbers x where x.code = p_code order by x.packet_id limit 200 loop
    perform ctx.put(n.org_id, null, 'service');
    return query
      select p.version, p.file_sha256, p.built_at, p.decided_at, p.withdrawn_at,
        (select min(q.version) from app.packets q where q.org_id = p.org_id and q.case_id = p.case_id
          and q.number = p.number and q.version > p.version and q.status in ('approved', 'handed_over'))
      from app.packets p
      where p.org_id = n.org_id and p.id = n.packet_id and p.file_sha256 is not null and p.decided_at is not null
        and (p.status in ('approved', 'handed_over') or p.withdrawn_at is not null);
  end loop;
  perform set_config('app.ctx', '', true);
  perform set_config('app.sig', '', true);
end $$;
