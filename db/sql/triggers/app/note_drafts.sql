create trigger keep_org before update on app.note_drafts for each row execute function ctx.keep_org();
