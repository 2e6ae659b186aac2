create trigger keep_org before update on app.proclaimed_days for each row execute function ctx.keep_org();
