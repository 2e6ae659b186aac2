-- The packets of the handovers that an officer sees, as app.handed_over.
create function app.handed_packets() returns setof uuid
language plpgsql stable rows 10 cost 10 set search_path = pg_catalog as $$
begin
  if ctx.role() is distinct from 'liaison' then return; end if;
  return query select h.packet_id from app.handovers h;
end $$;
