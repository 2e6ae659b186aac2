-- Why a link is closed, or `open`. Looks as the service; the clock is the database's own. A link is closed while no
-- release lets its officer have the packet. One that was closed for that says so; that its officer was taken off says
-- so like a release that was revoked.
create function ctx.state_of_first_link(l app.first_links) returns text
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
