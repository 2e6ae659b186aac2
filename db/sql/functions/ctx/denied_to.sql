-- For jobs, which act for nobody: the cases that one member must not see.
create function ctx.denied_to(p_member uuid) returns setof uuid
language plpgsql stable security definer rows 1 cost 10 set search_path = pg_catalog as $$
begin
  if ctx.role() is distinct from 'service' then return; end if;
  return query select d.case_id from ctx.denied d join app.members m on m.id = d.member_id and m.org_id = ctx.org()
    where d.member_id = p_member;
end $$;
