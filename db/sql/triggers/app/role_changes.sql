create trigger keep before delete on app.role_changes for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.role_changes for each statement execute function ctx.refuse();
create trigger keep_org before update on app.role_changes for each row execute function ctx.keep_org();
create trigger keep_role_change before insert or update on app.role_changes
  for each row execute function app.keep_role_change();
create trigger keep_second_person before update on app.role_changes
  for each row execute function app.keep_second_person('asked_by', 'decided_by');
create trigger keep_second_person_of before update on app.role_changes
  for each row execute function app.keep_second_person('member_id', 'decided_by');
create trigger settle_role_change after update on app.role_changes
  for each row execute function app.settle_role_change();
