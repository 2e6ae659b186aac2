-- What a supervisor decides on. A row is kept for good.
alter table app.access_changes enable row level security;
alter table app.access_changes force row level security;

create policy see on app.access_changes for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin', 'service')));

create policy add on app.access_changes for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin', 'service')));

create policy change on app.access_changes for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin', 'service')));

create policy remove on app.access_changes for delete using (false);
