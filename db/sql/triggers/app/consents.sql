create trigger keep_org before update on app.consents for each row execute function ctx.keep_org();
create trigger keep_consent before update on app.consents for each row execute function app.keep_consent();
