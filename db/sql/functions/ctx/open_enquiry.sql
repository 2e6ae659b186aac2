-- A receipt code is tried, as its keyed hash. A right one starts a visit of this browser. A wrong one, and one whose
-- enquiry is closed, answer the same.
create function ctx.open_enquiry(p_receipt bytea, p_browser bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare r auth.enquiry_receipts%rowtype; e app.enquiries%rowtype; at timestamptz := clock_timestamp(); isopen boolean;
begin
  select * into r from auth.enquiry_receipts x where x.receipt_hash = p_receipt;
  if not found then return false; end if;
  perform ctx.put(r.org_id, null, 'service');
  select * into e from app.enquiries x where x.id = r.enquiry_id;
  isopen := e.id is not null and ctx.enquiry_is_open(e);
  if isopen then
    insert into auth.enquiry_visits (browser_hash, enquiry_id, org_id, opened_at, seen_at)
    values (sha256(p_browser), e.id, e.org_id, at, at)
    on conflict (browser_hash) do update set opened_at = at, seen_at = at, ended_at = null;
    perform audit.append('enquiry.opened', e.id, e.case_id, '{}'::jsonb);
  end if;
  perform set_config('app.ctx', '', true);
  perform set_config('app.sig', '', true);
  return isopen;
end $$;
