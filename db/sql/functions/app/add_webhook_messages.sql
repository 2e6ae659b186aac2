-- A message for each webhook that is told of such an action, in the transaction of the change. Whoever acts sees no
-- webhook, so it looks as the service and comes back.
create function app.add_webhook_messages(p_action text, p_subject uuid, p_case uuid, p_occasion text, p_at timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role();
begin
  if not exists (select 1 from app.organisations x where x.id = o and p_action = any (x.webhook_actions)) then return; end if;
  perform ctx.put(o, m, 'service');
  if app.may_tell_outside(p_case) then
    insert into app.webhook_messages (id, org_id, webhook_id, action, occasion, case_id, subject_id, happened_at, next_at)
    select gen_random_uuid(), o, w.id, p_action, p_occasion, p_case, p_subject, p_at, p_at
    from app.webhooks w
    where w.org_id = o and w.off_at is null and p_action = any (w.actions)
      and (p_action <> 'webhook.tested' or w.id = p_subject)
    on conflict do nothing;
  end if;
  perform ctx.put(o, m, r);
end $$;
