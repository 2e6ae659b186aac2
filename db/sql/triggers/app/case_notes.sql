create trigger keep before delete on app.case_notes for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.case_notes for each statement execute function ctx.refuse();
create trigger keep_org before update on app.case_notes for each row execute function ctx.keep_org();
create trigger keep_rest before update on app.case_notes
  for each row execute function app.keep_rest('withdrawn_at', 'withdrawn_by', 'withdrawn_reason', 'kind', 'party',
    'party_name', 'direction', 'account_id', 'happened_at', 'words', 'agreed', 'next_act', 'next_on', 'next_done_on',
    'next_done_by', 'pinned_at', 'changed_at');
