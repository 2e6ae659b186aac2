create trigger keep_org before update on app.hand_clocks for each row execute function ctx.keep_org();
