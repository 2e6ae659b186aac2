create trigger keep_org before update on app.bodies for each row execute function ctx.keep_org();
