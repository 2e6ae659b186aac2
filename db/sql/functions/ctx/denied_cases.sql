-- The cases that somebody was denied, in one value: a policy compares with it without setting up a list of its own.
create function ctx.denied_cases() returns uuid[]
language plpgsql stable security definer cost 10 set search_path = pg_catalog as $$
declare m uuid := ctx.member();
begin
  return array(select d.case_id from ctx.denied d where d.member_id = m);
end $$;
