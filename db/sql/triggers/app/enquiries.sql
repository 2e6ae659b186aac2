create trigger keep_org before update on app.enquiries for each row execute function ctx.keep_org();
create trigger keep_enquiry before insert or update on app.enquiries
  for each row execute function app.keep_enquiry();
create trigger index_enquiry after insert on app.enquiries
  for each row execute function auth.index_enquiry();
