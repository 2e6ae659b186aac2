-- Cases that this person may read now because of an emergency: until an instant of the database's own clock.
create function ctx.looked_cases() returns setof uuid
language plpgsql stable security definer rows 1 cost 10 set search_path = pg_catalog as $$
declare m uuid := ctx.member();
begin
  return query select l.case_id from ctx.looks l where l.member_id = m and l.ends_at > transaction_timestamp();
end $$;
