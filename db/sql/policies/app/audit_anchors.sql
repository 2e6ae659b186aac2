alter table app.audit_anchors enable row level security;
alter table app.audit_anchors force row level security;

create policy see on app.audit_anchors for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin', 'service')));

create policy add on app.audit_anchors for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy change on app.audit_anchors for update
  using (org_id = (select ctx.org()) and (select ctx.role() = 'service'))
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy remove on app.audit_anchors for delete using (false);
