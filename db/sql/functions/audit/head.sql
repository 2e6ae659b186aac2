-- Where the chain of this organisation ends. The application may read that, and nothing but append() moves it.
create function audit.head() returns table (seq bigint, hash bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select h.seq, h.hash from audit.heads h where h.org_id = ctx.org() and ctx.role() = 'service'
$$;
