create trigger end_answers after update of ended_at on app.api_tokens
  for each row when (old.ended_at is null and new.ended_at is not null) execute function app.end_answers();
create trigger index_api_token after insert on app.api_tokens for each row execute function auth.index_api_token();
create trigger keep_api_token before insert or update on app.api_tokens
  for each row execute function app.keep_api_token();
create trigger keep_org before update on app.api_tokens for each row execute function ctx.keep_org();
