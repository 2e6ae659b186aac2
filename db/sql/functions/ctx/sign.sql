create function ctx.sign(c text) returns text language sql stable security definer set search_path = pg_catalog
as $$ select encode(sha256(k || sha256(k || convert_to(c, 'UTF8'))), 'hex') from ctx.key $$;
