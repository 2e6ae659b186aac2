create trigger keep_org before update on app.takedown_events for each row execute function ctx.keep_org();
