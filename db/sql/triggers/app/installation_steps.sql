create trigger keep_org before update on app.installation_steps for each row execute function ctx.keep_org();
