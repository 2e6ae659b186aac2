-- Numbers are given once, also over requests that whoever writes one down does not see.
create function app.last_rights_request() returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role(); last integer;
begin
  if r not in ('caseworker', 'supervisor') then return 0; end if;
  perform ctx.put(o, m, 'service');
  select max(x.number) into last from app.rights_requests x where x.org_id = o;
  perform ctx.put(o, m, r);
  return coalesce(last, 0);
end $$;
