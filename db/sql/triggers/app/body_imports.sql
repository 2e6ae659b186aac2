create trigger keep_org before update on app.body_imports for each row execute function ctx.keep_org();
