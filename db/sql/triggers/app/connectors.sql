create trigger keep_org before update on app.connectors for each row execute function ctx.keep_org();
