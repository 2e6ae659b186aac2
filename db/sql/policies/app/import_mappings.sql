alter table app.import_mappings enable row level security;
alter table app.import_mappings force row level security;

create policy see on app.import_mappings for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy add on app.import_mappings for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy change on app.import_mappings for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy remove on app.import_mappings for delete
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));
