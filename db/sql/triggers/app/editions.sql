create trigger keep_org before update on app.editions for each row execute function ctx.keep_org();
