create function app.erase(p_request uuid) returns uuid[] language sql security definer set search_path = pg_catalog
as $$ select app.erase_with(p_request, '{}') $$;
