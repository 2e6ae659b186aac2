create trigger keep_org before update on app.incident_exhibits for each row execute function ctx.keep_org();
