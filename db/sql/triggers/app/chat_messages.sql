create trigger keep_org before update on app.chat_messages for each row execute function ctx.keep_org();
