create trigger index_packet after insert on app.packets for each row execute function auth.index_packet();
create trigger keep_decision before insert or update on app.packets for each row execute function app.keep_decision();
create trigger keep_org before update on app.packets for each row execute function ctx.keep_org();
create trigger keep_second_person before insert or update on app.packets
  for each row execute function app.keep_second_person('drafted_by', 'decided_by');
