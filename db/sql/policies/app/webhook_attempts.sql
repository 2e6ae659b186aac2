alter table app.webhook_attempts enable row level security;
alter table app.webhook_attempts force row level security;

create policy see on app.webhook_attempts for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy add on app.webhook_attempts for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy change on app.webhook_attempts for update using (false);

create policy remove on app.webhook_attempts for delete
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));
