create trigger index_enquiry_address after update of enquiry_address on app.organisations
  for each row when (old.enquiry_address is null and new.enquiry_address is not null)
  execute function auth.index_enquiry_address();
