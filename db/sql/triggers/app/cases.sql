create trigger keep_case_words after insert or update of code, pseudonym, matter on app.cases
  for each row execute function app.keep_case_words();
create trigger keep_denied after insert on app.cases for each row execute function app.keep_denied();
create trigger keep_denied_out before insert or update of owner_id on app.cases
  for each row execute function app.keep_denied_out('owner_id', 'id');
create trigger keep_frozen_case before update on app.cases for each row execute function app.keep_frozen_case();
create trigger keep_org before update on app.cases for each row execute function ctx.keep_org();
create trigger refuse_held before delete on app.cases for each row execute function app.refuse_held();
create trigger keep_case_access after insert on app.cases
  for each row execute function app.keep_case_access('id');
create trigger keep_case_access_changed after update of owner_id on app.cases
  for each row when (old.owner_id is distinct from new.owner_id) execute function app.keep_case_access('id');
create trigger keep_case_order
  after update of closed_at, opened_at, last_activity_at, next_due_on, pseudonym, risk, level on app.cases
  for each row
  when (
    (old.closed_at, old.opened_at, old.last_activity_at, old.next_due_on, old.pseudonym, old.risk, old.level)
    is distinct from
    (new.closed_at, new.opened_at, new.last_activity_at, new.next_due_on, new.pseudonym, new.risk, new.level)
  )
  execute function app.keep_case_order();
