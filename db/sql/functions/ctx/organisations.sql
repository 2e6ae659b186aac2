-- Every organisation there is, for the worker's round: ids and nothing else.
create function ctx.organisations(token bytea) returns setof uuid
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select 1 from ctx.service x where x.token_hash = sha256(token)) then
    raise exception 'unknown service' using errcode = '28000';
  end if;
  return query select distinct l.org_id from auth.logins l;
end $$;
