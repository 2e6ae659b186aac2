create trigger keep_org before update on app.packet_parts for each row execute function ctx.keep_org();
