create trigger keep_org before update on app.charges for each row execute function ctx.keep_org();
