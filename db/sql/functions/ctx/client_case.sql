-- The case whose client's page the context is for: what stood on her page before she got a new link is hers too. Null in
-- every other context.
create function ctx.client_case() returns uuid language sql stable set search_path = pg_catalog as $$
  select case when ctx.part(3) = 'client' then (select p.case_id from app.client_pages p where p.id = ctx.part(5)::uuid) end
$$;
