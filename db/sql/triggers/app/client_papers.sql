create trigger keep_org before update on app.client_papers for each row execute function ctx.keep_org();
create trigger keep_client_paper before insert or update on app.client_papers
  for each row execute function app.keep_client_paper();
create trigger end_taken_back after update on app.client_papers
  for each row execute function app.end_taken_back();
