create trigger keep_org before update on app.takedowns for each row execute function ctx.keep_org();
