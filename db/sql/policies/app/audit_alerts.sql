-- Only the worker raises an alert; a person says that they looked at it, in their own name. Whom an alert about a
-- client that they are kept from is about would learn from it that somebody is kept here.
alter table app.audit_alerts enable row level security;
alter table app.audit_alerts force row level security;

create policy see on app.audit_alerts for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin', 'service')));

create policy add on app.audit_alerts for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy change on app.audit_alerts for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin')))
  with check (org_id = (select ctx.org()) and acknowledged_by = (select ctx.member()));

create policy remove on app.audit_alerts for delete using (false);

create policy not_about_me on app.audit_alerts as restrictive for select
  using (rule not in ('client_sought', 'client_twice') or member_id is distinct from (select ctx.member()));
