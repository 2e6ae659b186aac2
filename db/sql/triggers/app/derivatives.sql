create trigger append_only before delete or update on app.derivatives for each row execute function ctx.refuse();
create trigger append_only_all before truncate on app.derivatives for each statement execute function ctx.refuse();
create trigger refuse_images before insert on app.derivatives for each row execute function app.refuse_images();
