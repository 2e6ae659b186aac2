create trigger keep before delete on app.case_restrictions for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.case_restrictions for each statement execute function ctx.refuse();
create trigger keep_org before update on app.case_restrictions for each row execute function ctx.keep_org();
create trigger keep_rest before update on app.case_restrictions
  for each row execute function app.keep_rest('lifted_at', 'lifted_by', 'lift_reason');
create trigger keep_restricted after insert or delete or update on app.case_restrictions
  for each row execute function app.keep_restricted();
create trigger refuse_restricted before delete on app.case_restrictions
  for each row when (old.lifted_at is null) execute function app.refuse_restricted();
