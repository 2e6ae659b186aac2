create trigger keep_org before update on app.imports for each row execute function ctx.keep_org();
