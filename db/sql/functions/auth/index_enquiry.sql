create function auth.index_enquiry() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into auth.enquiry_receipts (receipt_hash, enquiry_id, org_id) values (new.receipt_hash, new.id, new.org_id);
  return new;
end $$;
