-- What any webhook is told of, kept with the organisation, so that an entry of the log need not look at them.
create function app.keep_webhook_actions() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update app.organisations o set webhook_actions = (
    select coalesce(array_agg(distinct a), '{}') from app.webhooks w, unnest(w.actions) a
    where w.org_id = o.id and w.off_at is null)
  where o.id = coalesce(new.org_id, old.org_id);
  return null;
end $$;
