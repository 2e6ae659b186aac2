alter table app.member_grants enable row level security;
alter table app.member_grants force row level security;

create policy see on app.member_grants for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy add on app.member_grants for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'admin'));

create policy change on app.member_grants for update
  using (org_id = (select ctx.org()) and (select ctx.role() = 'admin'))
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'admin'));

create policy remove on app.member_grants for delete using (false);
