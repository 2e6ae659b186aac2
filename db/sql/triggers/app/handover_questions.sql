create trigger keep_asked before update on app.handover_questions for each row execute function app.keep_asked();
create trigger keep_org before update on app.handover_questions for each row execute function ctx.keep_org();
