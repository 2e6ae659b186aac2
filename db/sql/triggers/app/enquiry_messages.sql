create trigger keep_org before update on app.enquiry_messages for each row execute function ctx.keep_org();
create trigger keep_enquiry_message before insert on app.enquiry_messages
  for each row execute function app.keep_enquiry_message();
