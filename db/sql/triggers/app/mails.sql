create trigger keep_org before update on app.mails for each row execute function ctx.keep_org();
