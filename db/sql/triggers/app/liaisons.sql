create trigger keep_liaison before insert or update on app.liaisons for each row execute function app.keep_liaison();
create trigger keep_org before update on app.liaisons for each row execute function ctx.keep_org();
create trigger keep_second_person before update on app.liaisons
  for each row execute function app.keep_second_person('added_by', 'confirmed_by', 'founders');
create trigger keep_second_person_of before update on app.liaisons
  for each row execute function app.keep_second_person('changed_by', 'confirmed_by', 'founders');
