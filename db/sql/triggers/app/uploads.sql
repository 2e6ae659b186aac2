create trigger keep_org before update on app.uploads for each row execute function ctx.keep_org();
create trigger refuse_images before insert on app.uploads for each row execute function app.refuse_images();
