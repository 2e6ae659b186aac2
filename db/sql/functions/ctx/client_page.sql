-- The page that the context of a client is for; null in every other context.
create function ctx.client_page() returns uuid language sql stable set search_path = pg_catalog as $$
  select case when ctx.part(3) = 'client' then ctx.part(5)::uuid end
$$;
