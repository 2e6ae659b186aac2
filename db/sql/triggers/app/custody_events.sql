create trigger append_only before delete or update on app.custody_events for each row execute function ctx.refuse();
create trigger append_only_all before truncate on app.custody_events for each statement execute function ctx.refuse();
create trigger chain before insert on app.custody_events for each row execute function app.chain_custody();
create trigger keep_head after insert on app.custody_events for each row execute function app.keep_custody_head();
