create trigger keep_org before update on app.documents for each row execute function ctx.keep_org();
