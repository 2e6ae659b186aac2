create trigger keep before delete on app.emergency_notices for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.emergency_notices for each statement execute function ctx.refuse();
create trigger keep_org before update on app.emergency_notices for each row execute function ctx.keep_org();
create trigger keep_rest before update on app.emergency_notices
  for each row execute function app.keep_rest('seen_at', 'seen_at');
create trigger open_look after insert on app.emergency_notices for each row execute function app.open_look();
