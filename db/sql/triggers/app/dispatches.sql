create trigger append_only before delete or update on app.dispatches for each row execute function ctx.refuse();
create trigger append_only_all before truncate on app.dispatches for each statement execute function ctx.refuse();
create trigger keep_covered before insert on app.dispatches for each row execute function app.keep_covered();
