-- What the organisation found the law to say is seen by everyone inside and written by an administrator.
alter table app.proclaimed_days enable row level security;
alter table app.proclaimed_days force row level security;

create policy see on app.proclaimed_days for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy add on app.proclaimed_days for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy change on app.proclaimed_days for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy remove on app.proclaimed_days for delete
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));
