alter table app.body_imports enable row level security;
alter table app.body_imports force row level security;

create policy see on app.body_imports for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin')));

create policy add on app.body_imports for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin')) and started_by = (select ctx.member()));

create policy change on app.body_imports for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin')));

create policy remove on app.body_imports for delete using (false);

-- What the organisation took from a role (app.role_changes).
create policy rules on app.body_imports as restrictive for all
  using ((select ctx.has('directory.write')));
