-- A role is given when it is released, a link works for three days from then on, and what was refused is closed.
create function app.settle_access_change() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  o uuid := ctx.org();
  c text := current_setting('app.ctx', true); s text := current_setting('app.sig', true);
begin
  if new.kind = 'role' then
    if new.state = 'released' or (tg_op = 'INSERT' and new.opens_at <= transaction_timestamp()) then
      perform ctx.give_role(new.id);
    end if;
    return null;
  end if;
  if tg_op = 'INSERT' or new.state not in ('released', 'refused') or old.state = new.state then return null; end if;
  perform ctx.put(o, ctx.member(), 'service');
  if new.state = 'released' then
    update app.invitations i set expires_at = transaction_timestamp() + interval '72 hours'
      where i.id = new.invitation_id and i.accepted_at is null and i.withdrawn_at is null;
  else
    update app.invitations i set withdrawn_at = transaction_timestamp()
      where i.id = new.invitation_id and i.accepted_at is null and i.withdrawn_at is null;
  end if;
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', s, true);
  return null;
end $$;
