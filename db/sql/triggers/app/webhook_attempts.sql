create trigger keep before update on app.webhook_attempts for each row execute function ctx.refuse();
