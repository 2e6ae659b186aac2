create trigger keep_org before update on app.releases for each row execute function ctx.keep_org();
create trigger keep_release before update on app.releases for each row execute function app.keep_release();
