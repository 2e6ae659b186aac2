create trigger keep_identity before update on app.subjects
  for each row
  when ((old.alleged_name, old.alleged_place) is distinct from (new.alleged_name, new.alleged_place))
  execute function app.keep_identity();
create trigger keep_org before update on app.subjects for each row execute function ctx.keep_org();
