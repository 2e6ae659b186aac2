alter table app.case_owners enable row level security;
alter table app.case_owners force row level security;

create policy see on app.case_owners for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')));

create policy look on app.case_owners for select
  using (
    org_id = (select ctx.org()) and (select ctx.role() = 'caseworker') and case_id in (select ctx.looked_cases())
  );

create policy add on app.case_owners for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')));

create policy change on app.case_owners for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')));

create policy remove on app.case_owners for delete
  using (
    (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')))
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.case_owners as restrictive for all
  using (case_id is null or case_id not in (select ctx.denied_cases()));
