create trigger keep_breach_notice before insert or update on app.breach_notices
  for each row execute function app.keep_breach_notice();
create trigger keep_org before update on app.breach_notices for each row execute function ctx.keep_org();
