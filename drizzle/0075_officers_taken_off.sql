ALTER TABLE "app"."release_recipients" ADD COLUMN "taken_off_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."release_recipients" ADD COLUMN "taken_off_by" uuid;--> statement-breakpoint
ALTER TABLE "app"."release_recipients" ADD COLUMN "taken_off_reason" text;--> statement-breakpoint
ALTER TABLE "app"."release_recipients" ADD CONSTRAINT "release_recipients_org_id_taken_off_by_members_org_id_id_fk" FOREIGN KEY ("org_id","taken_off_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- A row of an officer whom a release names stays as it is, but for one thing that is said once: that they were taken off.
-- It only takes back, so a restricted case lets it through like a revocation.
drop trigger append_only on app.release_recipients;
--> statement-breakpoint
create trigger keep before delete on app.release_recipients for each row execute function ctx.refuse();
--> statement-breakpoint
create trigger keep_org before update on app.release_recipients for each row execute function ctx.keep_org();
--> statement-breakpoint
do $$
declare
  mine text := '(org_id = (select ctx.org()) and ((select ctx.role() = ''supervisor'') or ((select ctx.role() = ''caseworker'')'
    || ' and case_id in (select ctx.my_cases()))))';
begin
  drop policy change on app.release_recipients;
  execute format('create policy change on app.release_recipients for update using (%s) with check (%s)', mine, mine);
  drop policy restricted_change on app.release_recipients;
end $$;
--> statement-breakpoint
-- In one's own name, with a reason, off a release that stands, and never the last one: that release is revoked instead.
create function app.keep_taken_off() returns trigger language plpgsql set search_path = pg_catalog as $$
declare said text[] := array['taken_off_at', 'taken_off_by', 'taken_off_reason'];
begin
  if ctx.role() is null or ctx.role() = 'service' then return new; end if;
  if tg_op = 'INSERT' then
    if num_nonnulls(new.taken_off_at, new.taken_off_by, new.taken_off_reason) > 0 then
      raise exception 'an officer is named first' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.taken_off_at is not null or new.taken_off_at is null or new.taken_off_by is distinct from ctx.member()
    or coalesce(new.taken_off_reason, '') = '' or (to_jsonb(new) - said) is distinct from (to_jsonb(old) - said) then
    raise exception 'an officer is taken off once, in one''s own name' using errcode = '42501';
  end if;
  perform 1 from app.releases r where r.org_id = new.org_id and r.id = new.release_id and r.revoked_at is null;
  if not found then raise exception 'no such release in force' using errcode = '42501'; end if;
  perform 1 from app.release_recipients n where n.org_id = new.org_id and n.release_id = new.release_id
    and n.id <> new.id and n.taken_off_at is null;
  if not found then raise exception 'the last officer is not taken off' using errcode = '42501'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_taken_off before insert or update on app.release_recipients
  for each row execute function app.keep_taken_off();
--> statement-breakpoint
-- As before, and an officer who was taken off a release comes under it no more: `taken_off`, also when it was revoked since.
create or replace function ctx.cover(o uuid, p_packet uuid, p_member uuid, p_identity boolean, p_at timestamptz) returns text
language plpgsql stable set search_path = pg_catalog as $$
declare p app.packets%rowtype; every boolean; listed integer[]; known boolean; stands boolean; bare boolean; ended text;
begin
  select * into p from app.packets x where x.org_id = o and x.id = p_packet;
  if not found then return 'unnamed'; end if;
  select coalesce(bool_or((r.covers ->> 'allExhibits')::boolean), false), coalesce(bool_or((r.covers ->> 'identity')::boolean), false),
    count(*) > 0,
    coalesce((select array_agg(distinct e::integer) from app.release_recipients n2 join app.releases r2 on r2.id = n2.release_id,
      jsonb_array_elements_text(r2.covers -> 'exhibits') e where n2.org_id = o and n2.case_id = p.case_id and n2.member_id = p_member
      and r2.org_id = o and n2.ends_at > p_at and (n2.taken_off_at is null or n2.taken_off_at > p_at)
      and (r2.revoked_at is null or r2.revoked_at > p_at)
      and r2.signed_on <= (p_at at time zone 'UTC' + interval '14 hours')::date), '{}')
  into every, known, stands, listed
  from app.release_recipients n join app.releases r on r.org_id = o and r.id = n.release_id
  where n.org_id = o and n.case_id = p.case_id and n.member_id = p_member and n.ends_at > p_at
    and (n.taken_off_at is null or n.taken_off_at > p_at)
    and (r.revoked_at is null or r.revoked_at > p_at) and r.signed_on <= (p_at at time zone 'UTC' + interval '14 hours')::date;
  bare := not stands or (p_identity and not known);
  if not bare and not every then
    select exists (select 1 from app.custody_events e join app.exhibits x on x.org_id = o and x.id = e.exhibit_id
      where e.org_id = o and e.case_id = p.case_id and e.action = 'exported'
        and starts_with(e.purpose, 'Put in packet ' || p.code || ', version ' || p.version || ',')
        and x.number <> all (listed)) into bare;
  end if;
  if not bare then return 'covered'; end if;
  select case when n.taken_off_at <= p_at then 'taken_off' when r.revoked_at <= p_at then 'revoked' else 'expired' end into ended
  from app.release_recipients n join app.releases r on r.org_id = o and r.id = n.release_id
  where n.org_id = o and n.case_id = p.case_id and n.member_id = p_member
    and (n.taken_off_at <= p_at or r.revoked_at <= p_at or n.ends_at <= p_at)
  order by r.number desc limit 1;
  return coalesce(ended, case when stands then 'narrow' else 'unnamed' end);
end $$;
--> statement-breakpoint
-- As before; a link that was closed because its officer was taken off says so like one of a release that was revoked.
create or replace function ctx.state_of_first_link(l app.first_links) returns text
language plpgsql set search_path = pg_catalog as $$
declare p app.packets%rowtype; cover text := ctx.cover(l.org_id, l.packet_id, l.liaison_id, false, clock_timestamp());
begin
  if l.revoked_at is not null then
    return case when cover in ('revoked', 'taken_off') then 'uncovered' else 'revoked' end;
  end if;
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
