-- The code is tried. Of several at once one comes first: the packet, then the link is locked. Nothing about the case
-- is said before the code is right. `first`: this try opened it, and the handover was made.
create function ctx.redeem_first_link(p_secret bytea, p_code text, p_browser bytea, p_handover uuid)
returns table (outcome text, tries_left integer, first boolean)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  a auth.first_secrets%rowtype; l app.first_links%rowtype; s text; left_over integer; given uuid; known boolean;
  at timestamptz;
begin
  select * into a from auth.first_secrets x where x.secret_hash = sha256(p_secret);
  if not found then return query select 'unknown', 0, false; return; end if;
  perform ctx.put(a.org_id, null, 'service');
  perform 1 from app.packets x where x.id = a.packet_id for update;
  select * into l from app.first_links x where x.id = a.link_id for update;
  at := clock_timestamp();
  s := ctx.state_of_first_link(l);
  known := l.browser_hash is not null and l.browser_hash = sha256(p_browser);
  left_over := greatest(0, 5 - l.tries);
  if s in ('revoked', 'waiting', 'expired') then
    perform ctx.note_first_link(l, 'refused', s);
    return query select s, left_over, false;
  elsif l.locked_at is not null then
    perform ctx.note_first_link(l, 'refused', 'locked');
    return query select 'locked', 0, false;
  elsif sha256(p_secret || convert_to(p_code, 'UTF8')) is distinct from l.code_hash then
    update app.first_links x set tries = l.tries + 1,
      locked_at = case when l.tries + 1 >= 5 then at end, news_at = case when l.tries + 1 >= 5 then at else x.news_at end
    where x.id = l.id;
    perform ctx.note_first_link(l, 'wrong_code', null);
    if l.tries + 1 >= 5 then perform ctx.note_first_link(l, 'locked', null); end if;
    return query select case when l.tries + 1 >= 5 then 'locked' else 'wrong' end, greatest(0, 4 - l.tries), false;
  elsif s <> 'open' then
    perform ctx.note_first_link(l, 'refused', s);
    return query select s, left_over, false;
  elsif l.browser_hash is not null and not known then
    update app.first_links x set news_at = at where x.id = l.id;
    perform ctx.note_first_link(l, 'other_browser', null);
    return query select 'elsewhere', left_over, false;
  else
    given := l.handover_id;
    if given is null then
      insert into app.handovers (id, org_id, case_id, packet_id, liaison_id, delivered_by, delivered_at)
      values (p_handover, l.org_id, l.case_id, l.packet_id, l.liaison_id, l.released_by, at)
      on conflict (packet_id, liaison_id) do nothing returning id into given;
      if given is null then
        select h.id into given from app.handovers h where h.packet_id = l.packet_id and h.liaison_id = l.liaison_id;
      else
        insert into app.handover_events (id, org_id, case_id, handover_id, event, at, "by", note)
        values (gen_random_uuid(), l.org_id, l.case_id, given, 'delivered', at, l.released_by, 'By a first-contact link');
        perform audit.append('handover.delivered', given, l.case_id, jsonb_build_object('liaisonId', l.liaison_id, 'link', l.id));
      end if;
      update app.packets x set status = 'handed_over' where x.id = l.packet_id and x.status = 'approved';
    end if;
    update app.first_links x set redeemed_at = coalesce(x.redeemed_at, at), browser_hash = sha256(p_browser),
      handover_id = given, access_until = least(x.expires_at, at + interval '12 hours'),
      news_at = case when x.redeemed_at is null then at else x.news_at end
    where x.id = l.id;
    perform ctx.note_first_link(l, case when known then 'code_again' else 'redeemed' end, null);
    return query select 'open', left_over, not known;
  end if;
  perform set_config('app.ctx', '', true);
  perform set_config('app.sig', '', true);
end $$;
