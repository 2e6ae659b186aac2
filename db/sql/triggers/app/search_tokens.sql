create trigger keep_org before update on app.search_tokens for each row execute function ctx.keep_org();
