create trigger index_feed after insert on app.calendar_feeds for each row execute function auth.index_feed();
create trigger keep_org before update on app.calendar_feeds for each row execute function ctx.keep_org();
