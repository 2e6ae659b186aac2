create trigger keep_org before update on app.data_keys for each row execute function ctx.keep_org();
create trigger refuse_retired_kek before insert or update of wrapped on app.data_keys
  for each row execute function ctx.refuse_retired_kek();
