-- Puts a confirmed change in force, in the name of the database: nobody else can.
create function app.settle_role_change() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  o uuid := ctx.org();
  c text := current_setting('app.ctx', true); s text := current_setting('app.sig', true);
begin
  if new.state <> 'confirmed' or old.state = new.state then return null; end if;
  perform ctx.put(o, ctx.member(), 'service');
  update app.role_changes x set in_force_at = clock_timestamp() where x.id = new.id;
  if new.kind = 'assign' then
    update app.members m set custom_role_id = new.custom_role_id
    where m.org_id = o and m.id = new.member_id and m.role = new.role and m.removed_at is null;
  else
    -- The trigger on members works out what each of them lacks now.
    update app.members m set lacks = '' where m.org_id = o and m.role = new.role
      and (new.custom_role_id is null or m.custom_role_id = new.custom_role_id);
  end if;
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', s, true);
  return null;
end $$;
