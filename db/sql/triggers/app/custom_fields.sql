create trigger keep_org before update on app.custom_fields for each row execute function ctx.keep_org();
