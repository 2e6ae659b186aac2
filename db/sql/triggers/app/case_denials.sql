create trigger keep before delete on app.case_denials for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.case_denials for each statement execute function ctx.refuse();
create trigger keep_denial before insert or update on app.case_denials for each row execute function app.keep_denial();
create trigger keep_org before update on app.case_denials for each row execute function ctx.keep_org();
create trigger keep_rest before update on app.case_denials
  for each row execute function app.keep_rest('lifted_at', 'lifted_by');
