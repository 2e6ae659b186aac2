create trigger keep_covered before insert or update on app.handovers for each row execute function app.keep_covered();
create trigger keep_denied_out before insert on app.handovers
  for each row execute function app.keep_denied_out('liaison_id', 'case_id');
create trigger keep_given before update on app.handovers for each row execute function app.keep_given();
create trigger keep_org before update on app.handovers for each row execute function ctx.keep_org();
