create trigger keep_org before update on app.handover_outcomes for each row execute function ctx.keep_org();
create trigger keep_outcome before update on app.handover_outcomes for each row execute function app.keep_outcome();
