create trigger keep_org before update on app.webhooks for each row execute function ctx.keep_org();
create trigger keep_webhook_actions after insert or delete or update of actions, off_at on app.webhooks
  for each row execute function app.keep_webhook_actions();
