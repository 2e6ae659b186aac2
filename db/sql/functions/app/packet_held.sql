-- An officer sees neither a stop nor what a packet was built from: whether the file that they were given is held back,
-- because its case is stopped for images of a minor and an exhibit went into that version, is answered here with yes
-- or no. An officer gets no file of a restricted case, as of a stopped one; what they took before is theirs.
create function app.packet_held(p_packet uuid) returns boolean
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
