alter table app.breaches enable row level security;
alter table app.breaches force row level security;

create policy see on app.breaches for select using (org_id = (select ctx.org()) and (select ctx.role() = 'supervisor'));

create policy add on app.breaches for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'supervisor'));

create policy change on app.breaches for update
  using (org_id = (select ctx.org()) and (select ctx.role() = 'supervisor'))
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'supervisor'));

create policy remove on app.breaches for delete
  using (org_id = (select ctx.org()) and (select ctx.role() = 'supervisor'));
