-- She is still there. Written at most once a minute.
create function auth.touch_enquiry_visit(p_browser bytea) returns void
language sql security definer set search_path = pg_catalog as $$
  update auth.enquiry_visits x set seen_at = clock_timestamp()
  where x.browser_hash = sha256(p_browser) and x.ended_at is null
    and x.seen_at between clock_timestamp() - interval '30 minutes' and clock_timestamp() - interval '1 minute'
$$;
