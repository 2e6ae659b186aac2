create trigger keep_org before update on app.case_owners for each row execute function ctx.keep_org();
