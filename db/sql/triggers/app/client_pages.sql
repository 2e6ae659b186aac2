create trigger keep_org before update on app.client_pages for each row execute function ctx.keep_org();
create trigger keep_client_page before insert or update on app.client_pages
  for each row execute function app.keep_client_page();
create trigger index_client_page after insert on app.client_pages
  for each row execute function auth.index_client_page();
create trigger end_client_visits after update of ended_at on app.client_pages
  for each row when (new.ended_at is not null and old.ended_at is null) execute function auth.end_client_visits();
