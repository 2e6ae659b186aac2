alter table app.body_import_rows enable row level security;
alter table app.body_import_rows force row level security;

create policy see on app.body_import_rows for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin')));

create policy add on app.body_import_rows for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin')));

create policy change on app.body_import_rows for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin')));

create policy remove on app.body_import_rows for delete using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin')));

-- What the organisation took from a role (app.role_changes).
create policy rules on app.body_import_rows as restrictive for all
  using ((select ctx.has('directory.write')));
