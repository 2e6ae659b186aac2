create trigger keep_org before update on app.reminder_wishes for each row execute function ctx.keep_org();
