-- What the page shows to the browser that opened the link: `open`, `ask` for the code, or why it is closed. Counts
-- nothing.
create function ctx.look_at_first_link(p_secret bytea, p_browser bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare a auth.first_secrets%rowtype; l app.first_links%rowtype; s text;
begin
  select * into a from auth.first_secrets x where x.secret_hash = sha256(p_secret);
  if not found then return 'ask'; end if;
  perform ctx.put(a.org_id, null, 'service');
  select * into l from app.first_links x where x.id = a.link_id;
  s := 'ask';
  if l.browser_hash is not null and l.browser_hash = sha256(p_browser) then
    s := ctx.state_of_first_link(l);
    if s <> 'open' then perform ctx.note_first_link(l, 'refused', s);
    elsif l.access_until <= clock_timestamp() then s := 'ask'; end if;
  end if;
  perform set_config('app.ctx', '', true);
  perform set_config('app.sig', '', true);
  return s;
end $$;
