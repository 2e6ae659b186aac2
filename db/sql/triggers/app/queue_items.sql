create trigger keep_org before update on app.queue_items for each row execute function ctx.keep_org();
