-- Whom this person covers for at this moment.
create function ctx.covers() returns setof uuid
language plpgsql stable security definer rows 1 cost 10 set search_path = pg_catalog as $$
begin
  return query select l.member_id from app.leaves l
    where l.org_id = (select ctx.org()) and l.cover_id = (select ctx.member()) and l.ended_at is null
      and l.starts_at <= transaction_timestamp() and l.ends_at > transaction_timestamp();
end $$;
