-- The context of whoever wrote an enquiry, in the browser that sent it or typed its code. It sees that enquiry and
-- nothing else. Half an hour without a sign of her, twelve hours in all, or leaving, and it is over.
create function ctx.enter_enquiry(p_browser bytea) returns table (org_id uuid, enquiry_id uuid, language text)
language plpgsql security definer set search_path = pg_catalog as $$
declare v auth.enquiry_visits%rowtype; e app.enquiries%rowtype; at timestamptz := clock_timestamp();
begin
  select * into v from auth.enquiry_visits x where x.browser_hash = sha256(p_browser);
  if not found or v.ended_at is not null or v.seen_at < at - interval '30 minutes'
    or v.opened_at < at - interval '12 hours' then
    raise exception 'no open enquiry' using errcode = '28000';
  end if;
  perform ctx.put(v.org_id, null, 'service');
  select * into e from app.enquiries x where x.id = v.enquiry_id;
  if e.id is null or not ctx.enquiry_is_open(e) then
    raise exception 'no open enquiry' using errcode = '28000';
  end if;
  return query select e.org_id, e.id, e.language;
  perform ctx.put_enquirer(e.org_id, e.id);
end $$;
