-- The one case of a context that came through a pairing; null for everybody else.
create function ctx.only_case() returns uuid language sql stable set search_path = pg_catalog
as $$ select case when ctx.part(3) = 'caseworker' then ctx.part(5)::uuid end $$;
