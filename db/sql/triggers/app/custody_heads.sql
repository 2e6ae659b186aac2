create trigger keep_org before update on app.custody_heads for each row execute function ctx.keep_org();
