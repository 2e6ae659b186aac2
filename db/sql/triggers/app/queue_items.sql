create trigger keep_item_owner before insert on app.queue_items
  for each row execute function app.keep_item_owner();
create trigger keep_org before update on app.queue_items for each row execute function ctx.keep_org();
