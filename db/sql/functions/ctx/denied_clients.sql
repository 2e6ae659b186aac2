-- The clients that somebody was denied, as ctx.denied_cases; one of several cases comes several times.
create function ctx.denied_clients() returns uuid[]
language plpgsql stable security definer cost 10 set search_path = pg_catalog as $$
declare m uuid := ctx.member();
begin
  return array(select d.client_id from ctx.denied d where d.member_id = m);
end $$;
