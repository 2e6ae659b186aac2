create trigger keep before delete on app.assignment_batches for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.assignment_batches for each statement execute function ctx.refuse();
create trigger keep_org before update on app.assignment_batches for each row execute function ctx.keep_org();
create trigger keep_rest before update on app.assignment_batches
  for each row execute function app.keep_rest('asked_at', 'asked_by');
