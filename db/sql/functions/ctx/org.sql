-- It names whose functions and types it means, so that it needs no search path and Postgres can write it into a policy.
create function ctx.org() returns uuid language sql stable as $$ select ctx.part(1)::pg_catalog.uuid $$;
