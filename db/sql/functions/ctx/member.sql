-- Without a search path, as ctx.org.
create function ctx.member() returns uuid language sql stable as $$ select ctx.part(2)::pg_catalog.uuid $$;
