create function app.tell_webhooks() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.add_webhook_messages(new.action, new.subject_id, new.case_id, 'entry:' || new.seq, new.at);
  return null;
end $$;
