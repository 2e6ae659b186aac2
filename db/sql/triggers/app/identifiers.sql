create trigger keep_org before update on app.identifiers for each row execute function ctx.keep_org();
