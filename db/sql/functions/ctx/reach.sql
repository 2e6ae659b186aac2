-- Of whom this person sees the rows of app.case_access, for app.reaches. In this order: the organisation, if they see all of
-- it; the caseworker that they are; the one case of a pairing; then everybody for whom they cover at this moment.
create function ctx.reach() returns uuid[]
language plpgsql stable security definer cost 10 set search_path = pg_catalog as $$
declare me uuid := ctx.caseworker();
begin
  if ctx.role() in ('supervisor', 'service') then return array[ctx.org()]; end if;
  return array[null, me, ctx.part(5)::uuid] || array(select l.member_id from app.leaves l
    where me is not null and l.org_id = (select ctx.org()) and l.cover_id = me and l.ended_at is null
      and l.starts_at <= transaction_timestamp() and l.ends_at > transaction_timestamp());
end $$;
