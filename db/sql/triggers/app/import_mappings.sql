create trigger keep_org before update on app.import_mappings for each row execute function ctx.keep_org();
