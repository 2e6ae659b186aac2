-- How much of the cases a role sees.
create function app.reach_of(p_role text) returns integer language sql immutable set search_path = pg_catalog
as $$ select case p_role when 'supervisor' then 2 when 'caseworker' then 1 else 0 end $$;
