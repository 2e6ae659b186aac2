create trigger end_answers after update of removed_at, role on app.members
  for each row when (old.removed_at is distinct from new.removed_at or old.role is distinct from new.role)
  execute function app.end_answers();
create trigger forget_sso after update of removed_at on app.members
  for each row when (old.removed_at is null and new.removed_at is not null) execute function auth.forget_sso();
create trigger keep_officer before update on app.members for each row execute function app.keep_officer();
create trigger keep_lacks before insert or update on app.members for each row execute function app.keep_lacks();
create trigger keep_org before update on app.members for each row execute function ctx.keep_org();
create trigger keep_role before insert or update on app.members for each row execute function app.keep_role();
create trigger note_role after update on app.members
  for each row when (old.role is distinct from new.role) execute function app.note_role();
