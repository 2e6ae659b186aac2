create trigger keep_org before update on app.list_choices for each row execute function ctx.keep_org();
