create trigger keep_org before update on app.incoming_mails for each row execute function ctx.keep_org();
create trigger keep_incoming_mail before insert or update on app.incoming_mails
  for each row execute function app.keep_incoming_mail();
