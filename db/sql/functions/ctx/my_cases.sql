-- The cases that this person works on, and the open ones of whoever they cover for on this day. Declared small, so
-- that a list is read by its index and not sorted.
create function ctx.my_cases() returns setof uuid
language plpgsql stable security definer rows 30 cost 10 set search_path = pg_catalog as $$
begin
  return query select m.case_id from app.case_members m
    where m.org_id = (select ctx.org()) and m.member_id = (select ctx.member());
  return query select o.case_id from app.leaves l
    join app.case_owners o on o.org_id = l.org_id and o.owner_id = l.member_id
    where l.org_id = (select ctx.org()) and l.cover_id = (select ctx.member()) and l.ended_at is null
      and l.starts_at <= transaction_timestamp() and l.ends_at > transaction_timestamp();
end $$;
