create trigger keep_org before update on app.subjects for each row execute function ctx.keep_org();
