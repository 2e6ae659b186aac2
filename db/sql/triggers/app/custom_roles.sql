create trigger keep before delete or update on app.custom_roles for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.custom_roles for each statement execute function ctx.refuse();
create trigger keep_custom_role before insert on app.custom_roles for each row execute function app.keep_custom_role();
create trigger keep_org before update on app.custom_roles for each row execute function ctx.keep_org();
