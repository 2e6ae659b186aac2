create trigger keep_org before update on app.image_sightings for each row execute function ctx.keep_org();
