create trigger keep_org before update on app.arrivals for each row execute function ctx.keep_org();
