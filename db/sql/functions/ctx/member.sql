create function ctx.member() returns uuid language sql stable set search_path = pg_catalog as $$ select ctx.part(2)::uuid $$;
