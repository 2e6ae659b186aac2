create trigger keep_denied_out before insert on app.case_members
  for each row execute function app.keep_denied_out('member_id', 'case_id');
create trigger keep_org before update on app.case_members for each row execute function ctx.keep_org();
