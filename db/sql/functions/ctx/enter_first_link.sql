-- The context of the officer for whom an open link is, in the browser that opened it, for its one handover.
create function ctx.enter_first_link(p_secret bytea, p_browser bytea)
returns table (org_id uuid, member_id uuid, name text, org_name text, link_id uuid, handover_id uuid,
  downloads_left integer, expires_at timestamptz, access_until timestamptz)
language plpgsql security definer set search_path = pg_catalog as $$
declare a auth.first_secrets%rowtype; l app.first_links%rowtype;
begin
  select * into a from auth.first_secrets x where x.secret_hash = sha256(p_secret);
  if not found then raise exception 'no open link' using errcode = '28000'; end if;
  perform ctx.put(a.org_id, null, 'service');
  select * into l from app.first_links x where x.id = a.link_id;
  if l.browser_hash is distinct from sha256(p_browser) or coalesce(l.access_until <= clock_timestamp(), true)
    or ctx.state_of_first_link(l) <> 'open' then
    raise exception 'no open link' using errcode = '28000';
  end if;
  return query select l.org_id, m.id, m.name, o.name, l.id, l.handover_id, greatest(0, 3 - l.downloads), l.expires_at,
    l.access_until
  from app.members m join app.organisations o on o.id = m.org_id where m.org_id = l.org_id and m.id = l.liaison_id;
  perform ctx.put_first(l.org_id, l.liaison_id, l.handover_id);
end $$;
