create trigger keep_case_access after insert or update or delete on ctx.looks
  for each row execute function app.keep_case_access('case_id');
