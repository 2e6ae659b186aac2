create function ctx.enter_service(token bytea, org uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select 1 from ctx.service x where x.token_hash = sha256(token)) then
    raise exception 'unknown service' using errcode = '28000';
  end if;
  perform ctx.put(org, null, 'service');
end $$;
