create trigger keep_org before update on app.api_answers for each row execute function ctx.keep_org();
