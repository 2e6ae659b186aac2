create trigger keep_org before update on app.chat_imports for each row execute function ctx.keep_org();
