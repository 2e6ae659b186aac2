create function ctx.kek_of(wrapped text) returns text language sql immutable set search_path = pg_catalog as $$
  select case when wrapped = '' then null when wrapped ~ '^[0-9a-f]{8}\.v1\.' then left(wrapped, 8) else 'first' end
$$;
