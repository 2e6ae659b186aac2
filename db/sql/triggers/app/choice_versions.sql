create trigger keep before delete on app.choice_versions for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.choice_versions for each statement execute function ctx.refuse();
create trigger keep_org before update on app.choice_versions for each row execute function ctx.keep_org();
