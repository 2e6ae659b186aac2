-- The context of whoever writes an enquiry at the address of an organisation that takes them: it sees that enquiry and
-- nothing else. An address that never was answers as one that is closed.
create function ctx.enter_enquiry_form(p_address text, p_enquiry uuid) returns table (org_id uuid, phone text)
language plpgsql security definer set search_path = pg_catalog as $$
declare a auth.enquiry_addresses%rowtype; o app.organisations%rowtype;
begin
  select * into a from auth.enquiry_addresses x where x.address = p_address;
  if not found then raise exception 'no enquiries here' using errcode = '28000'; end if;
  perform ctx.put(a.org_id, null, 'service');
  select * into o from app.organisations x where x.id = a.org_id;
  if o.id is null or not o.enquiries then raise exception 'no enquiries here' using errcode = '28000'; end if;
  return query select o.id, o.desk_phone;
  perform ctx.put_enquirer(o.id, p_enquiry);
end $$;
