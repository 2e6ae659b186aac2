-- Whom this caseworker covers for at this moment. Supervisors see every case without it, and nobody else has cases.
create function ctx.covers() returns uuid[]
language plpgsql stable security definer cost 100 set search_path = pg_catalog as $$
declare
  org uuid := ctx.org();
  me uuid := ctx.caseworker();
begin
  if me is null then return '{}'; end if;
  return array(select l.member_id from app.leaves l
    where l.org_id = org and l.cover_id = me and l.ended_at is null
      and l.starts_at <= transaction_timestamp() and l.ends_at > transaction_timestamp());
end $$;
