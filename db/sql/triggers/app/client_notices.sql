create trigger keep_org before update on app.client_notices for each row execute function ctx.keep_org();
create trigger keep_client_notice before insert or update on app.client_notices
  for each row execute function app.keep_client_notice();
