create trigger append_only before delete or update on app.transcripts for each row execute function ctx.refuse();
create trigger append_only_all before truncate on app.transcripts for each statement execute function ctx.refuse();
create trigger keep_transcript before insert on app.transcripts for each row execute function app.keep_transcript();
