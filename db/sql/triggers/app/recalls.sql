create trigger keep_org before update on app.recalls for each row execute function ctx.keep_org();
create trigger keep_recall before insert or update on app.recalls for each row execute function app.keep_recall();
