alter table app.imports enable row level security;
alter table app.imports force row level security;

create policy see on app.imports for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy add on app.imports for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy change on app.imports for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy remove on app.imports for delete
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

-- What the organisation took from a role (app.role_changes).
create policy rules on app.imports as restrictive for all
  using ((select ctx.has('case.import')));
