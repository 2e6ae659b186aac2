create trigger keep_case_words after insert or update of state, raw, canonical, warnings on app."references"
  for each row execute function app.keep_case_words();
create trigger keep_org before update on app."references" for each row execute function ctx.keep_org();
