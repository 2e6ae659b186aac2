alter table app.organisations enable row level security;
alter table app.organisations force row level security;

create policy see on app.organisations for select using (id = (select ctx.org()) and true);

create policy add on app.organisations for insert
  with check (id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy change on app.organisations for update
  using (id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')))
  with check (id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy remove on app.organisations for delete
  using (id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));
