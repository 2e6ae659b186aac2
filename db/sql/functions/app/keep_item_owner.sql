-- An item of the queue says whose case it is on, so that one person's queue is read by an index.
create function app.keep_item_owner() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare c text := current_setting('app.ctx', true); s text := current_setting('app.sig', true);
begin
  perform ctx.put(new.org_id, null, 'service');
  select x.owner_id into new.owner_id from app.cases x where x.org_id = new.org_id and x.id = new.case_id;
  perform set_config('app.ctx', coalesce(c, ''), true), set_config('app.sig', coalesce(s, ''), true);
  return new;
end $$;
