create trigger keep before delete on app.access_changes for each row execute function ctx.refuse();
create trigger keep_access_change before insert or update on app.access_changes
  for each row execute function app.keep_access_change();
create trigger keep_all before truncate on app.access_changes for each statement execute function ctx.refuse();
create trigger keep_org before update on app.access_changes for each row execute function ctx.keep_org();
create trigger keep_second_person before update on app.access_changes
  for each row execute function app.keep_second_person('asked_by', 'decided_by');
create trigger keep_second_person_of before update on app.access_changes
  for each row execute function app.keep_second_person('member_id', 'decided_by');
create trigger settle_access_change after insert or update on app.access_changes
  for each row execute function app.settle_access_change();
