create trigger append_only before delete or update on audit.entries for each row execute function ctx.refuse();
create trigger append_only_all before truncate on audit.entries for each statement execute function ctx.refuse();
create trigger tell_webhooks after insert on audit.entries for each row execute function app.tell_webhooks();
