create trigger keep before delete on app.erasure_requests for each row execute function ctx.refuse();
create trigger keep_erasure_request before insert or update on app.erasure_requests
  for each row execute function app.keep_erasure_request();
create trigger keep_org before update on app.erasure_requests for each row execute function ctx.keep_org();
create trigger keep_second_person before update on app.erasure_requests
  for each row execute function app.keep_second_person('asked_by', 'decided_by');
