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
