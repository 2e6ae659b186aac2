create trigger keep_org before update on app.clients for each row execute function ctx.keep_org();
create trigger keep_contact before update on app.clients
  for each row
  when ((old.phone, old.email, old.address) is distinct from (new.phone, new.email, new.address))
  execute function app.keep_contact();
