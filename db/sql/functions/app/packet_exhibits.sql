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
