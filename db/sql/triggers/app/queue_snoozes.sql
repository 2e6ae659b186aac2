create trigger keep before delete on app.queue_snoozes for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.queue_snoozes for each statement execute function ctx.refuse();
create trigger keep_org before update on app.queue_snoozes for each row execute function ctx.keep_org();
create trigger keep_rest before update on app.queue_snoozes
  for each row execute function app.keep_rest('ended_at', 'ended_by');
