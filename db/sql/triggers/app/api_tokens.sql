create trigger index_api_token after insert on app.api_tokens for each row execute function auth.index_api_token();
create trigger keep_api_token before insert or update on app.api_tokens
  for each row execute function app.keep_api_token();
create trigger keep_org before update on app.api_tokens for each row execute function ctx.keep_org();
