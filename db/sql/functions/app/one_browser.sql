-- Whether two entries of the log came from sessions of one browser. For the job that watches the log.
create function app.one_browser(p_one text, p_other text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select ctx.role() = 'service' and exists (select 1 from auth.session_browsers a join auth.session_browsers b on b.browser = a.browser
    where a.org_id = ctx.org() and b.org_id = a.org_id and a.mark = p_one and b.mark = p_other)
$$;
