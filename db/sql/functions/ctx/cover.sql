-- Whether the client lets an officer have a version at an instant. Runs as the service. `covered`; `unnamed` when no
-- release of the case names them; `revoked` or `expired` when the last one that did is over; `narrow` when what stands
-- is not all. An officer who was taken off a release comes under it no more: `taken_off`, also when it was revoked
-- since.
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
