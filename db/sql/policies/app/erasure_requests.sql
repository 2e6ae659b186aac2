alter table app.erasure_requests enable row level security;
alter table app.erasure_requests force row level security;

create policy see on app.erasure_requests for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy add on app.erasure_requests for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy change on app.erasure_requests for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy remove on app.erasure_requests for delete
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));
