alter table app.custom_field_changes enable row level security;
alter table app.custom_field_changes force row level security;

create policy see on app.custom_field_changes for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin', 'service')));

create policy add on app.custom_field_changes for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy change on app.custom_field_changes for update using (false);

create policy remove on app.custom_field_changes for delete using (false);
