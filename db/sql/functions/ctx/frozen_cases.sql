-- For people of the organisation. Jobs keep up what is there, and what an officer says comes in.
create function ctx.frozen_cases() returns setof uuid
language plpgsql stable security definer rows 1 cost 10 set search_path = pg_catalog as $$
declare o uuid := ctx.org();
begin
  if ctx.role() in ('caseworker', 'supervisor', 'admin') then
    return query select r.case_id from ctx.restricted r where r.org_id = o;
  end if;
end $$;
