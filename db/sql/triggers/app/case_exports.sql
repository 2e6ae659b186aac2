create trigger keep_access_folder before insert or update on app.case_exports
  for each row execute function app.keep_access_folder();
create trigger keep_case_export before update on app.case_exports for each row execute function app.keep_case_export();
create trigger keep_export_age before insert or update on app.case_exports
  for each row execute function app.keep_export_age();
create trigger keep_org before update on app.case_exports for each row execute function ctx.keep_org();
create trigger keep_second_person before update on app.case_exports
  for each row execute function app.keep_second_person('asked_by', 'decided_by');
