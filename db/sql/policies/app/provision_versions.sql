-- What the organisation found the law to say is seen by everyone inside and written by an administrator.
alter table app.provision_versions enable row level security;
alter table app.provision_versions force row level security;

create policy see on app.provision_versions for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy add on app.provision_versions for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy change on app.provision_versions for update using (false);

create policy remove on app.provision_versions for delete using (false);
