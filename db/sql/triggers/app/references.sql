create trigger keep_case_words after insert or update of state, raw, canonical, warnings on app."references"
  for each row execute function app.keep_case_words();
create trigger keep_org before update on app."references" for each row execute function ctx.keep_org();
create trigger keep_number_kinds after insert on app."references"
  for each row when (new.state = 'issued') execute function app.keep_number_kinds();
create trigger keep_number_kinds_changed after update of state, kind on app."references"
  for each row when ((old.state, old.kind) is distinct from (new.state, new.kind))
  execute function app.keep_number_kinds();
