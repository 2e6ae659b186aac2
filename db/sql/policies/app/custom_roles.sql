alter table app.custom_roles enable row level security;
alter table app.custom_roles force row level security;

create policy see on app.custom_roles for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy add on app.custom_roles for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'admin'));

create policy change on app.custom_roles for update using (false);

create policy remove on app.custom_roles for delete using (false);
