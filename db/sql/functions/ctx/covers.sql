-- Whom this caseworker covers for at this moment. Supervisors see every case without it, and nobody else has cases.
create function ctx.covers() returns setof uuid
language plpgsql stable security definer rows 1 cost 10 set search_path = pg_catalog as $$
declare me uuid := ctx.caseworker();
begin
  if me is null then return; end if;
  return query select l.member_id from app.leaves l
    where l.org_id = (select ctx.org()) and l.cover_id = me and l.ended_at is null
      and l.starts_at <= transaction_timestamp() and l.ends_at > transaction_timestamp();
end $$;
