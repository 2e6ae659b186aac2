-- Empty forms of bodies: an administrator keeps them, and whoever works on cases fills them.
alter table app.official_forms enable row level security;
alter table app.official_forms force row level security;

create policy see on app.official_forms for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy add on app.official_forms for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy change on app.official_forms for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy remove on app.official_forms for delete using (false);
