create trigger keep_case_owner after insert on app.cases for each row execute function app.keep_case_owner();
create trigger keep_case_owner_changed after update of owner_id, closed_at on app.cases
  for each row
  when (old.owner_id is distinct from new.owner_id or old.closed_at is distinct from new.closed_at)
  execute function app.keep_case_owner();
create trigger keep_case_words after insert or update of code, pseudonym, matter on app.cases
  for each row execute function app.keep_case_words();
create trigger keep_denied after insert on app.cases for each row execute function app.keep_denied();
create trigger keep_denied_out before insert or update of owner_id on app.cases
  for each row execute function app.keep_denied_out('owner_id', 'id');
create trigger keep_frozen_case before update on app.cases for each row execute function app.keep_frozen_case();
create trigger keep_org before update on app.cases for each row execute function ctx.keep_org();
create trigger refuse_held before delete on app.cases for each row execute function app.refuse_held();
