create function ctx.org() returns uuid language sql stable set search_path = pg_catalog as $$ select ctx.part(1)::uuid $$;
