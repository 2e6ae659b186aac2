create trigger keep_org before update on app.reminders for each row execute function ctx.keep_org();
create trigger leave_denied_out before insert on app.reminders for each row execute function app.leave_denied_out();
create trigger tell_webhooks after insert on app.reminders for each row when (new.alert = 'overdue')
  execute function app.tell_webhooks_overdue();
