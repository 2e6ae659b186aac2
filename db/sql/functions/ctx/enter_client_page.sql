-- The context of a client on her page, in the browser that typed the PIN. It sees that page and nothing else of the
-- case. Half an hour without a sign of her, twelve hours in all, or leaving, and it is over.
create function ctx.enter_client_page(p_browser bytea)
returns table (org_id uuid, page_id uuid, case_id uuid, key_id uuid, language text, expires_at timestamptz,
  pair text)
language plpgsql security definer set search_path = pg_catalog as $$
declare v auth.client_visits%rowtype; p app.client_pages%rowtype; at timestamptz := clock_timestamp();
begin
  select * into v from auth.client_visits x where x.browser_hash = sha256(p_browser);
  if not found or v.ended_at is not null or v.seen_at < at - interval '30 minutes'
    or v.opened_at < at - interval '12 hours' then
    raise exception 'no open page' using errcode = '28000';
  end if;
  perform ctx.put(v.org_id, null, 'service');
  select * into p from app.client_pages x where x.id = v.page_id;
  if p.id is null or not ctx.client_page_is_open(p) then
    raise exception 'no open page' using errcode = '28000';
  end if;
  return query select p.org_id, p.id, p.case_id, p.key_id, p.language, p.expires_at,
    (select c.pair from app.cases c where c.org_id = p.org_id and c.id = p.case_id);
  perform ctx.put_client(p);
end $$;
