-- Looks as the service; the clock is the database's own. Nobody has to end a page: it ends with its day, with the case,
-- and when the organisation turns pages off.
create function ctx.client_page_is_open(p app.client_pages) returns boolean
language sql stable set search_path = pg_catalog as $$
  select p.ended_at is null and p.expires_at > clock_timestamp()
    and exists (select from app.organisations o where o.id = p.org_id and o.client_pages)
    and exists (select from app.cases c where c.org_id = p.org_id and c.id = p.case_id and c.closed_at is null)
$$;
