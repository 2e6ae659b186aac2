create trigger append_only before delete or update on app.custom_field_changes
  for each row execute function ctx.refuse();
create trigger append_only_all before truncate on app.custom_field_changes
  for each statement execute function ctx.refuse();
