create trigger keep_case_access after insert or delete on ctx.denied
  for each row execute function app.keep_case_access('case_id');
