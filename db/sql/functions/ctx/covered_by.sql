-- Whom a member covers for at this moment. Runs as the service.
create function ctx.covered_by(m app.members) returns uuid[]
language sql stable set search_path = pg_catalog as $$
  select coalesce(array_agg(l.member_id), '{}') from app.leaves l
  where l.org_id = m.org_id and l.cover_id = m.id and l.ended_at is null
    and l.starts_at <= transaction_timestamp() and l.ends_at > transaction_timestamp()
$$;
