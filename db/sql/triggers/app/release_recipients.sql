-- A row stays as it is, but for one thing that is said once: that the officer was taken off.
create trigger append_only_all before truncate on app.release_recipients
  for each statement execute function ctx.refuse();
create trigger keep before delete on app.release_recipients for each row execute function ctx.refuse();
create trigger keep_denied_out before insert on app.release_recipients
  for each row execute function app.keep_denied_out('member_id', 'case_id');
create trigger keep_org before update on app.release_recipients for each row execute function ctx.keep_org();
create trigger keep_recipient before insert on app.release_recipients
  for each row execute function app.keep_recipient();
create trigger keep_taken_off before insert or update on app.release_recipients
  for each row execute function app.keep_taken_off();
