-- A PIN is tried at a link: `open`, `wrong` or `closed`. Whoever does not know the PIN learns nothing, not even whether
-- there is such a page. A right PIN starts a visit of this browser.
create function ctx.open_client_page(p_secret bytea, p_pin text, p_browser bytea, p_network bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare a auth.client_secrets%rowtype; p app.client_pages%rowtype; said text; at timestamptz;
begin
  select * into a from auth.client_secrets x where x.secret_hash = sha256(p_secret);
  if not found then return 'wrong'; end if;
  perform ctx.put(a.org_id, null, 'service');
  select * into p from app.client_pages x where x.id = a.page_id for update;
  at := clock_timestamp();
  if sha256(p_secret || convert_to(p_pin, 'UTF8')) is distinct from p.pin_hash then
    said := 'wrong';
    update app.client_pages x set wrong_pins = x.wrong_pins + 1, news_at = at where x.id = p.id;
    perform ctx.note_client_page(p, 'wrong_pin');
  elsif not ctx.client_page_is_open(p) then
    said := 'closed';
    perform ctx.note_client_page(p, 'refused');
  else
    said := 'open';
    insert into auth.client_visits (browser_hash, page_id, org_id, network_hash, opened_at, seen_at)
    values (sha256(p_browser), p.id, p.org_id, p_network, at, at);
    update app.client_pages x set last_visit_at = at where x.id = p.id;
    perform ctx.note_client_page(p, 'opened');
  end if;
  perform set_config('app.ctx', '', true);
  perform set_config('app.sig', '', true);
  return said;
end $$;
