-- Administrators read the directory to say whose system receives cases; it holds nothing about a client.
alter table app.services enable row level security;
alter table app.services force row level security;

create policy see on app.services for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy add on app.services for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')));

create policy change on app.services for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')));

create policy remove on app.services for delete using (false);
