alter table app.breach_notices enable row level security;
alter table app.breach_notices force row level security;

create policy see on app.breach_notices for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy add on app.breach_notices for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy change on app.breach_notices for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy remove on app.breach_notices for delete
  using (
    (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')))
    or (org_id = (select ctx.org()) and client_id in (select ctx.erasing()))
  );

create policy denied on app.breach_notices as restrictive for all
  using (client_id <> all ((select ctx.denied_clients())::uuid[]));
