create trigger append_only before delete or update on app.word_covers for each row execute function ctx.refuse();
create trigger append_only_all before truncate on app.word_covers for each statement execute function ctx.refuse();
create trigger keep_word_cover before insert on app.word_covers for each row execute function app.keep_word_cover();
