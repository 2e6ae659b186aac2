-- Written by an administrator. A caseworker does not see the fields of supervisors: a label may say enough.
alter table app.custom_fields enable row level security;
alter table app.custom_fields force row level security;

create policy see on app.custom_fields for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'admin', 'service'))
      or ((select ctx.role() = 'caseworker') and audience <> 'supervisors')
    )
  );

create policy add on app.custom_fields for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy change on app.custom_fields for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy remove on app.custom_fields for delete using (false);
