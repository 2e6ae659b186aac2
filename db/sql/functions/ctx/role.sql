-- Without a search path, as ctx.org.
create function ctx.role() returns text language sql stable as $$ select ctx.part(3) $$;
