create trigger index_pairing after insert on app.pairings for each row execute function auth.index_pairing();
create trigger keep_org before update on app.pairings for each row execute function ctx.keep_org();
