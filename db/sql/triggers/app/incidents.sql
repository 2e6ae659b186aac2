create trigger keep_org before update on app.incidents for each row execute function ctx.keep_org();
