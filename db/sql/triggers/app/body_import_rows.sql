create trigger keep_org before update on app.body_import_rows for each row execute function ctx.keep_org();
