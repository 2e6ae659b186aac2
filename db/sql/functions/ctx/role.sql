create function ctx.role() returns text language sql stable set search_path = pg_catalog as $$ select ctx.part(3) $$;
