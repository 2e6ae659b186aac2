create trigger keep_denied_out before insert on app.case_members
  for each row execute function app.keep_denied_out('member_id', 'case_id');
create trigger keep_org before update on app.case_members for each row execute function ctx.keep_org();
create trigger keep_case_access after insert or update or delete on app.case_members
  for each row execute function app.keep_case_access('case_id');
