create trigger keep_org before update on app.scans for each row execute function ctx.keep_org();
create trigger keep_scan before insert or update on app.scans for each row execute function app.keep_scan();
