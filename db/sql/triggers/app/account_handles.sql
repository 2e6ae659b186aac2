create trigger keep_org before update on app.account_handles for each row execute function ctx.keep_org();
