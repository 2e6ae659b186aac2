-- The member of the context if they are a caseworker; null for everybody else. Without a search path, as ctx.org.
create function ctx.caseworker() returns uuid language sql stable as $$
  select case when ctx.part(3) operator(pg_catalog.=) 'caseworker' then ctx.part(2)::pg_catalog.uuid end
$$;
