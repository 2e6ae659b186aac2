-- Whose open cases this caseworker sees because they cover for them at this moment, for app.reaches: as ctx.reach, with the
-- absent colleagues behind it; empty when there is none. It is asked only where a row is somebody else's. Supervisors see
-- every case without it, and nobody else has cases.
create function ctx.covers() returns uuid[]
language plpgsql stable security definer cost 100 set search_path = pg_catalog as $$
declare
  reach uuid[] := ctx.reach();
  away uuid[];
begin
  if reach[3] is null then return '{}'; end if;
  away := array(select l.member_id from app.leaves l
    where l.org_id = reach[1] and l.cover_id = reach[3] and l.ended_at is null
      and l.starts_at <= transaction_timestamp() and l.ends_at > transaction_timestamp());
  return case when away = '{}' then '{}' else reach || away end;
end $$;
