create trigger keep_org before update on app.services for each row execute function ctx.keep_org();
