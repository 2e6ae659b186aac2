create trigger keep_org before update on app.reference_keys for each row execute function ctx.keep_org();
