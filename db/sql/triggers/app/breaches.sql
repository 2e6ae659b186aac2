create trigger keep_org before update on app.breaches for each row execute function ctx.keep_org();
