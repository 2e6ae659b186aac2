create trigger keep before delete on app.referrals for each row execute function ctx.refuse();
create trigger keep_all before truncate on app.referrals for each statement execute function ctx.refuse();
create trigger keep_org before update on app.referrals for each row execute function ctx.keep_org();
create trigger keep_rest before update on app.referrals
  for each row execute function app.keep_rest(
    'ended_at', 'ended_on', 'ended_by', 'outcome', 'state', 'answered_on', 'answered_by', 'answered_at', 'answer',
    'outcome_by'
  );
