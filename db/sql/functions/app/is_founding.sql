-- While an organisation has no client and no case there is nothing to see: its first people need no second person.
create function app.is_founding() returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  o uuid := ctx.org(); yes boolean;
  c text := current_setting('app.ctx', true); s text := current_setting('app.sig', true);
begin
  if o is null then return false; end if;
  perform ctx.put(o, null, 'service');
  yes := not exists (select 1 from app.clients x where x.org_id = o) and not exists (select 1 from app.cases x where x.org_id = o);
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', s, true);
  return yes;
end $$;
