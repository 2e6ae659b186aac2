create trigger keep before delete on app.emergency_looks for each row execute function ctx.refuse();
create trigger keep_look before insert or update on app.emergency_looks for each row execute function app.keep_look();
create trigger keep_org before update on app.emergency_looks for each row execute function ctx.keep_org();
create trigger keep_second_person before update on app.emergency_looks
  for each row execute function app.keep_second_person('asked_by', 'decided_by');
