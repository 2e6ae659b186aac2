-- Who may what is asked for by an administrator and confirmed by a second person. A row is kept for good.
alter table app.role_changes enable row level security;
alter table app.role_changes force row level security;

create policy see on app.role_changes for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin', 'service')));

create policy add on app.role_changes for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy change on app.role_changes for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin', 'service')));

create policy remove on app.role_changes for delete using (false);
