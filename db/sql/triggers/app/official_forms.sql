create trigger keep_org before update on app.official_forms for each row execute function ctx.keep_org();
create trigger keep_official_form before update on app.official_forms
  for each row execute function app.keep_official_form();
