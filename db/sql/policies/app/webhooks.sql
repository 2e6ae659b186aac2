-- For administrators and the worker: what other systems are told is no work on a case.
alter table app.webhooks enable row level security;
alter table app.webhooks force row level security;

create policy see on app.webhooks for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy add on app.webhooks for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'admin'));

create policy change on app.webhooks for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy remove on app.webhooks for delete
  using (org_id = (select ctx.org()) and (select ctx.role() = 'admin'));
