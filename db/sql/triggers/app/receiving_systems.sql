create trigger keep_org before update on app.receiving_systems for each row execute function ctx.keep_org();
-- Turned off, it forgets its password.
create trigger keep_rest before update on app.receiving_systems
  for each row execute function app.keep_rest('off_at', 'password');
