-- The enquiry that the context of whoever wrote it is for; null in every other context.
create function ctx.enquiry() returns uuid language sql stable set search_path = pg_catalog as $$
  select case when ctx.part(3) = 'enquirer' then ctx.part(5)::uuid end
$$;
