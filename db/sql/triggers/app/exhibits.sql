create trigger keep_exhibit before delete on app.exhibits for each row execute function ctx.refuse();
create trigger keep_org before update on app.exhibits for each row execute function ctx.keep_org();
create trigger keep_original before update on app.exhibits for each row execute function app.keep_original();
create trigger refuse_images before insert on app.exhibits for each row execute function app.refuse_images();
