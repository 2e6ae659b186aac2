-- Whoever is inside may see by which key a packet was signed.
alter table app.signing_keys enable row level security;
alter table app.signing_keys force row level security;

create policy see on app.signing_keys for select using (org_id = (select ctx.org()) and true);

create policy add on app.signing_keys for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy change on app.signing_keys for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy remove on app.signing_keys for delete
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));
