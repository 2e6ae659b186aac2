create trigger keep_import_row before update on app.import_rows for each row execute function app.keep_import_row();
create trigger keep_org before update on app.import_rows for each row execute function ctx.keep_org();
