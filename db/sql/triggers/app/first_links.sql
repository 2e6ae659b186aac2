create trigger index_first_link after insert on app.first_links for each row execute function auth.index_first_link();
create trigger keep_covered before insert on app.first_links for each row execute function app.keep_covered();
create trigger keep_denied_out before insert on app.first_links
  for each row execute function app.keep_denied_out('liaison_id', 'case_id');
create trigger keep_first_link before insert or update on app.first_links
  for each row execute function app.keep_first_link();
create trigger keep_org before update on app.first_links for each row execute function ctx.keep_org();
create trigger keep_second_person before update on app.first_links
  for each row execute function app.keep_second_person('made_by', 'released_by');
