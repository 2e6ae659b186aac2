create trigger append_only before delete or update on app.client_wordings for each row execute function ctx.refuse();
create trigger append_only_all before truncate on app.client_wordings
  for each statement execute function ctx.refuse();
