create trigger keep_org before update on app.saved_views for each row execute function ctx.keep_org();
