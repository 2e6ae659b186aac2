alter table app.import_rows enable row level security;
alter table app.import_rows force row level security;

create policy see on app.import_rows for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy add on app.import_rows for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy change on app.import_rows for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy remove on app.import_rows for delete
  using (
    (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')))
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.import_rows as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
