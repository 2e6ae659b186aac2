create trigger keep_org before update on app.authorities for each row execute function ctx.keep_org();
