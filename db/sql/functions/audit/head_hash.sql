-- The hash of the entry that the log ends with, for whoever just appended it: in the statement that did, so that where
-- the log ended can be recorded outside the database without another round trip. Volatile, to see that very entry.
create function audit.head_hash(p_seq bigint) returns bytea
language sql volatile security definer set search_path = pg_catalog as $$
  select h.hash from audit.heads h where h.org_id = ctx.org() and h.seq = p_seq
$$;
