create trigger keep_org before update on app.signing_keys for each row execute function ctx.keep_org();
