alter table app.bodies enable row level security;
alter table app.bodies force row level security;

create policy see on app.bodies for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy add on app.bodies for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin')) and added_by = (select ctx.member()));

create policy change on app.bodies for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin')));

create policy remove on app.bodies for delete using (false);
