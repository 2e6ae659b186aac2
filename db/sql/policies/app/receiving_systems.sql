-- Which service has one, and what goes into which field, is seen by whoever may send a case there. Its address and its
-- password are under a key that administrators and the worker open.
alter table app.receiving_systems enable row level security;
alter table app.receiving_systems force row level security;

create policy see on app.receiving_systems for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy add on app.receiving_systems for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'admin'));

create policy change on app.receiving_systems for update
  using (org_id = (select ctx.org()) and (select ctx.role() = 'admin'))
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'admin'));

create policy remove on app.receiving_systems for delete using (false);
