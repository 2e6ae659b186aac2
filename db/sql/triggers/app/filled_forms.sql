create trigger keep_org before update on app.filled_forms for each row execute function ctx.keep_org();
create trigger keep_filled_form before update on app.filled_forms
  for each row execute function app.keep_filled_form();
