create function ctx.stamp() returns text language sql stable set search_path = pg_catalog
as $$ select extract(epoch from transaction_timestamp())::text || ':' || pg_backend_pid()::text $$;
