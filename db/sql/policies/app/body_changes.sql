alter table app.body_changes enable row level security;
alter table app.body_changes force row level security;

create policy see on app.body_changes for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy add on app.body_changes for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin')) and by = (select ctx.member()));

create policy change on app.body_changes for update using (false);

create policy remove on app.body_changes for delete using (false);
