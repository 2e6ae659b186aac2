-- She leaves: the cookie opens nothing from now on.
create function ctx.leave_enquiry(p_browser bytea) returns void
language sql security definer set search_path = pg_catalog as $$
  update auth.enquiry_visits x set ended_at = clock_timestamp()
  where x.browser_hash = sha256(p_browser) and x.ended_at is null
$$;
