-- She leaves: the cookie opens nothing from now on.
create function ctx.leave_client_page(p_browser bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare v auth.client_visits%rowtype; p app.client_pages%rowtype;
begin
  update auth.client_visits x set ended_at = clock_timestamp()
  where x.browser_hash = sha256(p_browser) and x.ended_at is null returning * into v;
  if not found then return; end if;
  perform ctx.put(v.org_id, null, 'service');
  select * into p from app.client_pages x where x.id = v.page_id;
  if found then perform ctx.note_client_page(p, 'left'); end if;
  perform set_config('app.ctx', '', true);
  perform set_config('app.sig', '', true);
end $$;
