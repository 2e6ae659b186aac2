-- A deadline that has passed: several people are reminded of one, and other systems are told once.
create function app.tell_webhooks_overdue() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.add_webhook_messages('clock.overdue', new.case_id, new.case_id,
    'overdue:' || new.case_id || ':' || new.clock_key || ':' || new.due_on, new.made_at);
  return null;
end $$;
