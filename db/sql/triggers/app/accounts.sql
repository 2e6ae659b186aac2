create trigger keep_org before update on app.accounts for each row execute function ctx.keep_org();
