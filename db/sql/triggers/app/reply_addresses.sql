create trigger keep_org before update on app.reply_addresses for each row execute function ctx.keep_org();
create trigger keep_reply_address before update on app.reply_addresses
  for each row execute function app.keep_reply_address();
