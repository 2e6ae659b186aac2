create trigger keep before delete on app.rights_requests for each row execute function ctx.refuse();
create trigger keep_org before update on app.rights_requests for each row execute function ctx.keep_org();
create trigger keep_rights_request before insert or update on app.rights_requests
  for each row execute function app.keep_rights_request();
