-- Made by the database with an entry of the log, sent by the worker, sent again by an administrator.
alter table app.webhook_messages enable row level security;
alter table app.webhook_messages force row level security;

create policy see on app.webhook_messages for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy add on app.webhook_messages for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy change on app.webhook_messages for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy remove on app.webhook_messages for delete
  using (
    (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')))
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.webhook_messages as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
