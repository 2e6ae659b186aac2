create trigger keep_org before update on app.letters for each row execute function ctx.keep_org();
