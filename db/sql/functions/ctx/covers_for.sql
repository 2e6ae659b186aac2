-- Whether this caseworker covers for a colleague at this moment. Supervisors see every case without it, and nobody else has
-- cases.
create function ctx.covers_for(colleague uuid) returns boolean
language plpgsql stable security definer cost 1000 set search_path = pg_catalog as $$
declare
  org uuid := ctx.org();
  me uuid := ctx.caseworker();
begin
  return me is not null and exists (select from app.leaves l
    where l.org_id = org and l.cover_id = me and l.member_id = colleague and l.ended_at is null
      and l.starts_at <= transaction_timestamp() and l.ends_at > transaction_timestamp());
end $$;
