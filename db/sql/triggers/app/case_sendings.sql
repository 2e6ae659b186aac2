create trigger keep before delete on app.case_sendings for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.case_sendings for each statement execute function ctx.refuse();
create trigger keep_org before update on app.case_sendings for each row execute function ctx.keep_org();
create trigger keep_rest before update on app.case_sendings
  for each row execute function app.keep_rest('settled_at', 'state', 'attempts', 'status', 'problem');
