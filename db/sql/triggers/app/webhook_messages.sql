create trigger keep_org before update on app.webhook_messages for each row execute function ctx.keep_org();
