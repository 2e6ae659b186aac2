create trigger keep before delete on app.member_grants for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.member_grants for each statement execute function ctx.refuse();
create trigger keep_grant before insert on app.member_grants for each row execute function app.keep_grant();
create trigger keep_org before update on app.member_grants for each row execute function ctx.keep_org();
create trigger keep_rest before update on app.member_grants
  for each row execute function app.keep_rest('ended_at', 'ended_by');
create trigger keep_second_person before insert on app.member_grants
  for each row execute function app.keep_second_person('granted_by', 'member_id');
