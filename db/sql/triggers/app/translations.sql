create trigger append_only before delete or update on app.translations for each row execute function ctx.refuse();
create trigger append_only_all before truncate on app.translations for each statement execute function ctx.refuse();
create trigger keep_translation before insert on app.translations for each row execute function app.keep_translation();
