create trigger keep before delete on app.assignment_rows for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.assignment_rows for each statement execute function ctx.refuse();
create trigger keep_org before update on app.assignment_rows for each row execute function ctx.keep_org();
create trigger keep_rest before update on app.assignment_rows
  for each row execute function app.keep_rest('done_at', 'result', 'case_id');
