-- Who sees the enquiry sees what was written after it.
alter table app.enquiry_messages enable row level security;
alter table app.enquiry_messages force row level security;

create policy see on app.enquiry_messages for select
  using (
    org_id = (select ctx.org())
    and exists (select from app.enquiries e where e.id = enquiry_messages.enquiry_id offset 0)
  );

create policy add on app.enquiry_messages for insert
  with check (
    org_id = (select ctx.org())
    and exists (select from app.enquiries e where e.id = enquiry_messages.enquiry_id offset 0)
  );

create policy change on app.enquiry_messages for update using (false);

create policy remove on app.enquiry_messages for delete using (false);
