-- For administrators. Who sends with a secret is let in by ctx.enter_connector, and sees the one enquiry that it writes.
alter table app.connectors enable row level security;
alter table app.connectors force row level security;

create policy see on app.connectors for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy add on app.connectors for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy change on app.connectors for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy remove on app.connectors for delete using (false);
