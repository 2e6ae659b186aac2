create trigger keep_org before update on app.refusals for each row execute function ctx.keep_org();
