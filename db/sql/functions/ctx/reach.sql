-- Of whom this person sees the rows of app.case_access, for app.reaches. In this order: the organisation; the same again, if
-- they see all of it; the caseworker that they are; the one case of a pairing; then everybody for whom they cover now.
create function ctx.reach() returns uuid[]
language plpgsql stable security definer cost 10 set search_path = pg_catalog as $$
declare
  org uuid := ctx.org();
  me uuid := ctx.caseworker();
begin
  if ctx.role() in ('supervisor', 'service') then return array[org, org]; end if;
  if me is null then return array[org]; end if;
  return array[org, null, me, ctx.part(5)::uuid] || array(select l.member_id from app.leaves l
    where l.org_id = org and l.cover_id = me and l.ended_at is null
      and l.starts_at <= transaction_timestamp() and l.ends_at > transaction_timestamp());
end $$;
