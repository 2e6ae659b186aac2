-- An address that was published stays the organisation's.
create function auth.index_enquiry_address() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into auth.enquiry_addresses (address, org_id) values (new.enquiry_address, new.id);
  return new;
end $$;
