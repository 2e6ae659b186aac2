create trigger keep_org before update on app.case_access for each row execute function ctx.keep_org();
