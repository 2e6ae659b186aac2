create function ctx.denied_cases() returns setof uuid
language plpgsql stable security definer rows 1 cost 10 set search_path = pg_catalog as $$
declare m uuid := ctx.member();
begin
  return query select d.case_id from ctx.denied d where d.member_id = m;
end $$;
