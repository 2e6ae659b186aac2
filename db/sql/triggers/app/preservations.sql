create trigger keep_org before update on app.preservations for each row execute function ctx.keep_org();
