create function auth.setup_is_open() returns boolean
language sql stable security definer set search_path = pg_catalog as $$ select not exists (select 1 from auth.logins) $$;
