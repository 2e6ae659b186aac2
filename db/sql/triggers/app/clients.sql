create trigger keep_org before update on app.clients for each row execute function ctx.keep_org();
