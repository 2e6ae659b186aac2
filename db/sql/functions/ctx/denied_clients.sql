create function ctx.denied_clients() returns setof uuid
language plpgsql stable security definer rows 1 cost 10 set search_path = pg_catalog as $$
declare m uuid := ctx.member();
begin
  return query select d.client_id from ctx.denied d where d.member_id = m;
end $$;
