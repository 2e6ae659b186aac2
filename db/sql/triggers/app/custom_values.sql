create trigger keep before delete on app.custom_values for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.custom_values for each statement execute function ctx.refuse();
create trigger keep_org before update on app.custom_values for each row execute function ctx.keep_org();
