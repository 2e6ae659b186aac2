create trigger keep_org before update on app.timestamps for each row execute function ctx.keep_org();
